import { zoneOrUtc } from '@serene/shared/scheduling';
import { intlLocale } from '../messages/translate.ts';

const cache = new Map<string, Intl.DateTimeFormat>();

/**
 * A formatter for the zone in the language of the page, in UTC where this browser does not know the zone. Building one
 * costs far more than using it, so each is built once.
 */
export function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  let found = cache.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(intlLocale(), { ...options, timeZone: zoneOrUtc(zone) });
    cache.set(key, found);
  }
  return found;
}

/** Intl separates with narrow and thin spaces; plain ones wrap, search and copy as people expect. */
export function plainSpaces(text: string): string {
  return text.replaceAll(/[\u2009\u202F]/g, ' ');
}
