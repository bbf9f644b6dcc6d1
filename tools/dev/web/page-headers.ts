import { contentSecurityPolicy } from './content-security-policy.ts';

/**
 * Pages use no device. Razorpay's checkout may ask the browser for a card that is stored there, so payment is left to
 * it and to us.
 */
const permissions =
  'camera=(), display-capture=(), geolocation=(), microphone=(), usb=(), payment=(self "https://api.razorpay.com" "https://checkout.razorpay.com")';

/**
 * The headers of every page of the web app; `deploy/nginx.conf` sends the same.
 * @param gatewayUrl the stand-in for the gateway, where one runs
 */
export function pageHeaders(gatewayUrl?: string): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    // The origin alone: an address may carry a secret.
    'Referrer-Policy': 'strict-origin',
    'X-Frame-Options': 'DENY',
    // Pages that we open may be used (a bank's window during a payment); pages that open us get no hold of ours.
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    'Permissions-Policy': permissions,
    'Content-Security-Policy': contentSecurityPolicy(gatewayUrl),
  };
}
