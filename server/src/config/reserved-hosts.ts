import { isIP } from 'node:net';

/** Names that nobody can own (RFC 2606, RFC 6761), and `.local`, which ends at the next router (RFC 6762). */
const reservedName = /(^|\.)(example(\.(com|net|org|edu))?|test|invalid|localhost|local)$/;

/** Addresses of the machine itself; in `URL` those of version 6 stand in brackets. */
const ownAddress = /^(127\.|0\.0\.0\.0$|\[?::1?\]?$|\[?::ffff:(127\.|7f))/i;

/** Whether a host is made up or local, such that nobody else reaches it. */
export function isReserved(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (ownAddress.test(name)) return true;
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) return false;
  return reservedName.test(name) || !name.includes('.');
}
