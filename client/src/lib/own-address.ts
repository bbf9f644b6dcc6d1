/**
 * The address of a page of this site, as path, search and fragment, out of text that came from outside; null for any
 * other address. Browsers drop tabs and line ends inside an address and take a backslash for a slash, so only what the
 * browser itself makes of the text counts: it must be of this origin, and so must what is left of it.
 * @example ownAddress('/\t/elsewhere.example.com') // null
 */
export function ownAddress(text: string | null): string | null {
  const { origin } = window.location;
  if (text?.startsWith('/') !== true) return null;
  const page = parse(text, origin);
  if (page?.origin !== origin) return null;
  const address = page.pathname + page.search + page.hash;
  // `/.//host` is a path of this site, which the router would take for another host.
  return parse(address, origin)?.href === page.href ? address : null;
}

function parse(text: string, base: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    // An address that no browser can read, such as `//[`.
    return null;
  }
}
