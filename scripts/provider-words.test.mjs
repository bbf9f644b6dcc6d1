import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from './run.mjs';

/** A provider's name, its keys, and the shape of its ids. */
const words = /razorpay|rzp_|\b(?:order|pay|rfnd|disp)_[A-Za-z0-9]{14}\b/i;

/** Where they belong: the adapter, the browser's checkout, the stand-in, and what wires or imitates one gateway by name. */
const home = [
  'server/src/gateways/payment/razorpay/',
  'client/src/features/booking/payment/razorpay/',
  'tools/dev/sandbox/',
  'tools/chaos/',
  'tools/bench/',
];

/** Everybody else who knows them, and why. */
const known = {
  'shared/src/contracts/checkouts.ts': 'the names in the report of a payment are given',
  'server/src/gateways/payment/providers.ts': 'the list of providers',
  'server/src/gateways/payment/amounts.ts': 'finds the adapter’s amounts',
  'server/src/gateways/payment/create-gateways.ts': 'hands its settings to the adapter',
  'server/src/config/config.ts': 'its settings',
  'server/src/config/production-rules.ts': 'its settings',
  'tools/dev/seed/main.ts': 'asks whether the stand-in is meant',
  'tools/dev/stack/environment.ts': 'its settings',
  'tools/dev/stack/parts.ts': 'starts the stand-in',
  'tools/dev/stack/preflight.ts': 'its settings',
  'tools/dev/stack/secrets.ts': 'its settings',
  'tools/dev/stack/settings.ts': 'its settings',
  'tools/dev/stack/stack.ts': 'starts the stand-in',
  'tools/dev/web/content-security-policy.ts': 'what its checkout may load',
  'tools/dev/web/page-headers.ts': 'what its checkout may load',
  'client/src/features/booking/payment/open-checkout.ts': 'fetches its checkout',
};

const folders = ['shared/src', 'client/src', 'server', 'tools'];
const isCode = (/** @type {string} */ file) => /\.tsx?$/.test(file) && !/\.test(-support)?\.tsx?$/.test(file);
const isTesting = /^server\/(test|dist|node_modules)\/|^client\/src\/testing\//;

describe('the words of a payment provider', () => {
  it('are known in its own folders and in the places that are named here', () => {
    const files = folders
      .flatMap((folder) =>
        readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
      )
      .filter((file) => isCode(file) && !file.includes('node_modules/') && !isTesting.test(file));
    const knowing = files.filter((file) => words.test(readFileSync(`${root}${file}`, 'utf8')));

    expect(knowing.filter((file) => !home.some((folder) => file.startsWith(folder))).toSorted()).toEqual(
      Object.keys(known).toSorted(),
    );
  });
});
