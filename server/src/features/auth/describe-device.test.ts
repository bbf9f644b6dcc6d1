import { describe, expect, it } from 'vitest';
import { describeDevice } from './describe-device.ts';

const mozilla = 'Mozilla/5.0';

describe('a device', () => {
  it.each([
    [
      `${mozilla} (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36`,
      { browser: 'Chrome', system: 'Android' },
    ],
    [
      `${mozilla} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1`,
      { browser: 'Safari', system: 'iOS' },
    ],
    [
      `${mozilla} (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0`,
      { browser: 'Firefox', system: 'Windows' },
    ],
  ])('is told by what its browser says: %s', (userAgent, device) => {
    expect(describeDevice(userAgent)).toEqual(device);
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['words of a stranger', 'Your account is blocked, call +1 555 0100'],
    ['markup', '<b>Evil</b>/1 (<i>Nowhere</i>)'],
    ['a text without an end', `Evil/${'9'.repeat(100_000)}`],
  ])('is unknown where its browser says %s', (_what, userAgent) => {
    expect(describeDevice(userAgent).browser).toBeNull();
  });
});
