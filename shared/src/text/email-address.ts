/** RFC 5322 atext and dots, in ASCII: what a browser's own field accepts before the @. */
const localPart = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/;
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** At least two labels, the last one no number. */
const domainName = new RegExp(`^(?:${label}\\.)+(?!\\d+$)${label}$`);

/** RFC 5321 §4.5.3.1.3, without the angle brackets. */
const maximumLength = 254;

/**
 * An email address as it is kept and sent to: in lower case, an international domain in its ASCII form.
 * @param toAscii the ASCII form of a domain of other letters, null for what is none
 * @returns null for what is no address, or one that mail servers in general can't take (other letters before the @)
 */
export function emailAddress(typed: string, toAscii: (domain: string) => string | null): string | null {
  const text = typed.trim();
  const at = text.lastIndexOf('@');
  const [local, typedDomain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  // Before the letters are made small: the Kelvin sign would become a k.
  const isAscii = /^[\u0021-\u007E]+$/;
  const domain = isAscii.test(typedDomain) ? typedDomain.toLowerCase() : internationalDomain(typedDomain, toAscii);
  if (domain === null || !isAscii.test(local)) return null;
  const address = `${local.toLowerCase()}@${domain}`;
  const isAddress = localPart.test(local.toLowerCase()) && domainName.test(domain) && address.length <= maximumLength;
  return isAddress ? address : null;
}

function internationalDomain(domain: string, toAscii: (domain: string) => string | null): string | null {
  return /^[\u200D\u200C\p{L}\p{M}\p{N}.\u3002-]+$/u.test(domain) ? toAscii(domain) : null;
}
