/**
 * What pages of the web app may load, and from where: themselves, and the checkout of the payment gateway. Razorpay
 * publishes no list of its origins; this is the one that public configurations agree on. Styles inside the page are of
 * the component library, which measures and places with them.
 * @param gatewayUrl the stand-in for the gateway, where one runs
 */
export function contentSecurityPolicy(gatewayUrl?: string): string {
  const standIn = gatewayUrl === undefined ? '' : ` ${new URL(gatewayUrl).origin}`;
  return [
    "default-src 'self'",
    `script-src 'self' https://checkout.razorpay.com${standIn}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:",
    `connect-src 'self' https://api.razorpay.com https://lumberjack.razorpay.com https://lumberjack-cx.razorpay.com${standIn}`,
    `frame-src https://api.razorpay.com https://checkout.razorpay.com${standIn}`,
    `form-action 'self' https://api.razorpay.com${standIn}`,
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
