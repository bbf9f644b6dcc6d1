import { describe, expect, it } from 'vitest';
import { measure } from './sizes.mjs';

const profile = 'src/features/experts/pages/ExpertPage.tsx';
const flow = 'src/features/booking/components/BookingFlow.tsx';
const manifest = {
  'index.html': { file: 'index.js', css: ['index.css'], dynamicImports: ['src/app/mount.tsx'] },
  'src/app/mount.tsx': { file: 'mount.js', imports: ['_vendor.js'], dynamicImports: [profile] },
  [profile]: { file: 'profile.js', imports: ['_vendor.js'], css: ['index.css', 'profile.css'], dynamicImports: [flow] },
  [flow]: {
    file: 'flow.js',
    imports: ['_vendor.js', '_calendar.js'],
    css: ['flow.css'],
    dynamicImports: ['zones.tsx'],
  },
  'zones.tsx': { file: 'zones.js' },
  '_vendor.js': { file: 'vendor.js' },
  '_calendar.js': { file: 'calendar.js', imports: ['_vendor.js', '_circle.js'] },
  '_circle.js': { file: 'circle.js', imports: ['_calendar.js'] },
};
const bytes = {
  'index.js': 1,
  'mount.js': 10,
  'vendor.js': 100,
  'profile.js': 1_000,
  'index.css': 2,
  'profile.css': 20,
  'flow.js': 10_000,
  'calendar.js': 20_000,
  'circle.js': 30_000,
};
const sizes = (changed = {}) => measure(manifest, (file) => ({ ...bytes, ...changed })[file] ?? Number.NaN);

describe('the size of the built client', () => {
  it('counts what the profile page loads, each file once', () => {
    expect(sizes()[0]).toMatchObject({ bytes: 1_111, limit: 120_000 });
    expect(sizes()[1]).toMatchObject({ bytes: 22, limit: 15_000 });
  });

  it('counts what booking adds, without what the profile page has and without what comes when it is asked for', () => {
    expect(sizes()[2]).toMatchObject({ bytes: 60_000, limit: 60_000 });
  });

  it('does not take a build that lacks a page for a small one', () => {
    const { [flow]: _removed, ...withoutBooking } = manifest;

    expect(() => measure(withoutBooking, () => 0)).toThrow(`no chunk of ${flow}`);
  });
});
