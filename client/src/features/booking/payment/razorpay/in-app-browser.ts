/**
 * Browsers inside apps that show the gateway's checkout in no frame, or lose what it reports (Razorpay "Best practices":
 * Instagram, Facebook Messenger, Opera, UC; the rest are web views of the same kind), by how they name themselves.
 */
const names: readonly RegExp[] = [
  /\bInstagram\b/,
  /\bFB(?:AN|AV|_IAB|IOS)\b|\bMessenger(?:Lite|ForiOS)?\b/,
  /\bOpera Mini\b|\bOpera Mobi\b|\bOPT\/|\bMobile\b.*\bOPR\//,
  /\bUC ?Browser\b|\bUCWEB\b/,
  /\b(?:LinkedInApp|Snapchat|Pinterest|MicroMessenger|Line\/|WhatsApp|Twitter|Telegram|musical_ly|BytedanceWebview|TikTok)/,
  // Any Android web view, and any of iOS: Safari there says so of itself.
  /; wv\)/,
  /\b(?:iPhone|iPad|iPod)\b.*AppleWebKit(?!.*\bSafari\/)/,
];

/** Whether a browser with this name lives inside another app. */
export function isInAppBrowser(userAgent: string): boolean {
  return names.some((name) => name.test(userAgent));
}
