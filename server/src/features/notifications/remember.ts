const mostRemembered = 200;

/**
 * A function that makes each format once: making one takes longer than all the rest of a mail, and most mails need the
 * same few. What is remembered is forgotten when it has become too much.
 */
export function remember<Format>(make: (locale: string, of: string) => Format): (locale: string, of: string) => Format {
  const made = new Map<string, Format>();
  return (locale, of) => {
    const key = `${locale} ${of}`;
    let format = made.get(key);
    if (format === undefined) {
      format = make(locale, of);
      if (made.size >= mostRemembered) made.clear();
      made.set(key, format);
    }
    return format;
  };
}
