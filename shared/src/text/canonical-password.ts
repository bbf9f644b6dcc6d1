/**
 * The one form in which a password is kept and compared: NFC, with every kind of space as the plain one (RFC 8265 §4.2,
 * OpaqueString). Systems type "é" as one code point or as two, and a space with Alt held as another space.
 */
export function canonicalPassword(password: string): string {
  return password.replaceAll(/\p{Zs}/gu, ' ').normalize('NFC');
}
