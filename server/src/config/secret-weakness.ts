/** Fewer in that many bytes come by typing, hardly ever by chance. */
const leastDistinct = 8;

/** Words of examples, and of those who mean to change it later. `openssl` is the command, pasted instead of run. */
const placeholder =
  /change[-_ ]?(me|this|it)|placeholder|example|secret|password|passw0rd|default|openssl|your[-_ ]|qwerty|0123456|abcdef/i;

/**
 * Why a secret could be guessed, to be read after its name; null for one that looks made by a machine.
 * @param leastBytes how long it must be
 */
export function secretWeakness(secret: string, leastBytes: number): string | null {
  if (Buffer.byteLength(secret) < leastBytes) return `must have at least ${leastBytes} bytes`;
  if (isRepeated(secret) || new Set(secret).size < leastDistinct) return 'must not repeat a few characters';
  if (placeholder.test(secret)) return 'must not be made of words or examples';
  return null;
}

/** Whether a part of at most half of it comes again and again. */
function isRepeated(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const part = text.slice(0, length);
    if (part.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  return false;
}
