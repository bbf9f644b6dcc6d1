import { describe, expect, it } from 'vitest';
import { isInAppBrowser } from './in-app-browser.ts';

const android = 'Mozilla/5.0 (Linux; Android 14; Pixel 7';
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0';

describe('a browser inside an app', () => {
  it.each([
    ['Instagram on Android', `${android}; wv) ${chrome} Mobile Safari/537.36 Instagram 360.0.0.30 Android`],
    ['Instagram on an iPhone', `${iPhone} Mobile/21F90 Instagram 334.0.4.32.98`],
    ['Facebook on Android', `${android}) ${chrome} Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/487.0.0.66.81;]`],
    ['Facebook on an iPhone', `${iPhone} Mobile/21F90 [FBAN/FBIOS;FBAV/466.0.0.41.107;FBLC/en_US]`],
    ['Messenger', `${iPhone} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/430.0]`],
    ['Opera Mini', 'Opera/9.80 (Android; Opera Mini/80.0.2254/191.255; U; en) Presto/2.12.423 Version/12.16'],
    ['Opera on a phone', `${android}) ${chrome} Mobile Safari/537.36 OPR/76.2.4027.73374`],
    ['UC', `${android}) ${chrome} UCBrowser/13.4.0.1306 Mobile Safari/537.36`],
    ['LinkedIn', `${iPhone} Mobile/15E148 [LinkedInApp]/9.29.8962`],
    ['WeChat', `${android}) ${chrome} Mobile Safari/537.36 MicroMessenger/8.0.49`],
    ['TikTok', `${iPhone} Mobile/21F90 musical_ly_35.3.0 BytedanceWebview/d8a21c6`],
    ['a web view of Android that names no app', `${android}; wv) Version/4.0 ${chrome} Mobile Safari/537.36`],
    ['a web view of iOS that names no app', `${iPhone} Mobile/21F90`],
  ])('is %s', (_name, userAgent) => {
    expect(isInAppBrowser(userAgent)).toBe(true);
  });

  it.each([
    ['Chrome on a phone', `${android}) ${chrome} Mobile Safari/537.36`],
    ['Chrome on a desktop', `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36`],
    ['Safari on an iPhone', `${iPhone} Version/17.5 Mobile/15E148 Safari/604.1`],
    ['Chrome on an iPhone', `${iPhone} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1`],
    ['Firefox', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0'],
    ['Opera on a desktop', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 OPR/116.0.0.0`],
    ['Edge', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/131.0.0.0`],
    ['nothing at all', ''],
  ])('is not %s', (_name, userAgent) => {
    expect(isInAppBrowser(userAgent)).toBe(false);
  });
});
