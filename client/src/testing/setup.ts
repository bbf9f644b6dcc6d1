import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { dropAccessToken } from '../lib/api/access-token.ts';

beforeEach(() => {
  // Whatever zone the machine is set to, the visitor of these tests is in India unless a test says otherwise.
  localStorage.setItem('serene.timezone', 'Asia/Kolkata');
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  dropAccessToken();
  localStorage.clear();
  delete window.Razorpay;
  document.body.replaceChildren();
});
