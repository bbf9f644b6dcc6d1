import bowser from 'bowser';

/** A device as its owner knows it again, such as Chrome on Android; null for what its browser does not tell. */
export type Device = { browser: string | null; system: string | null };

export const unknownDevice: Device = { browser: null, system: null };

/** Browsers need less than half of it. User agents are hints for people here; who may do what never depends on them. */
const longestUserAgent = 500;

/** Reads what a browser says of itself. */
export function describeDevice(userAgent: string | undefined): Device {
  if (userAgent === undefined || userAgent.trim() === '') return unknownDevice;
  const parser = bowser.getParser(userAgent.slice(0, longestUserAgent));
  // For what it does not know, the parser answers with a piece of the text: a stranger's words in somebody's settings.
  const known = (names: Record<string, string>, name: string) => (Object.values(names).includes(name) ? name : null);
  return {
    browser: known(bowser.BROWSER_MAP, parser.getBrowserName()),
    system: known(bowser.OS_MAP, parser.getOSName()),
  };
}
