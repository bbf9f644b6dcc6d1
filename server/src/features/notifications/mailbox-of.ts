/** Services whose mailboxes are the same with and without dots. */
const dotless: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox behind an address: `Asha+1@example.com` and `asha@example.com` arrive at one place, and whoever floods it
 * could use as many of them as they like. For counting only, never for sending.
 */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  const whole = address.slice(0, Math.max(at, 0)).toLowerCase();
  const local = whole.split('+')[0] || whole;
  return `${dotless.has(domain) ? local.replaceAll('.', '') : local}@${domain}`;
}
