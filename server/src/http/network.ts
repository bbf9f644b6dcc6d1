import ipaddr from 'ipaddr.js';

/**
 * The network that limits count by: an IPv4 address, also where it comes mapped into IPv6, and the /56 of an IPv6
 * address: a home connection often has one, which is 256 times a /64, and each of them would count by itself. Behind a proxy Express takes the address from the headers that
 * TRUST_PROXY allows. What is no address counts as one network, so that a forged header is no way around a limit.
 */
export function networkOf({ ip = '' }: { ip?: string | undefined }): string {
  const text = withoutPort(ip);
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return text;
  if (!ipaddr.IPv6.isValid(text)) return 'unknown';
  const address = ipaddr.IPv6.parse(text);
  return embeddedIPv4(address) ?? prefix56(address);
}

/** Some proxies write the port behind an IPv4 address. */
function withoutPort(text: string): string {
  return text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}

/** The IPv4 address in a mapped one, and in one that a network without IPv4 translates (RFC 6052, NAT64). */
function embeddedIPv4(address: ipaddr.IPv6): string | null {
  const range = address.range();
  if (range !== 'ipv4Mapped' && range !== 'rfc6052') return null;
  return new ipaddr.IPv4(address.toByteArray().slice(12)).toString();
}

function prefix56({ parts }: ipaddr.IPv6): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = parts;
  // The last eight bits of the fourth part tell one /64 of a household from another.
  const kept = [first, second, third, fourth & 0xff00];
  return `${kept.map((part) => part.toString(16)).join(':')}::/56`;
}
