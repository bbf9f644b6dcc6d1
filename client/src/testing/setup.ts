import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
// Loaded here, while `Date` is the real one: its own dates extend the one that it meets, and count wrongly on a replaced one.
import 'react-day-picker';
import { forgetServerTime } from '../lib/time/server-clock.ts';
import { kept } from '../lib/guarded/storage.ts';
import { dropAccessToken } from '../lib/api/access-token.ts';

// On a busy machine a rendered page takes its time; a test that waits in vain still fails.
vi.setConfig({ testTimeout: 120_000 });
configure({ asyncUtilTimeout: 30_000 });

beforeEach(() => {
  // Whatever zone the machine is set to, the visitor of these tests is in India unless a test says otherwise.
  kept.write('serene.timezone', 'Asia/Kolkata');
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  dropAccessToken();
  forgetServerTime();
  localStorage.clear();
  delete window.Razorpay;
  document.body.replaceChildren();
});
