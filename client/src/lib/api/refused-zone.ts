import { serverFaults } from '../forms/field-errors.ts';
import { refuseZone } from '../time/zones.ts';
import { property } from './read-error.ts';
import type { WireInput } from './send.ts';

/**
 * Takes note of a zone that the server refused in a request: it may be newer than what the server knows. Pages then go
 * on in another, and ask again.
 */
export function noteRefusedZone(error: unknown, { query, body }: WireInput): void {
  const isRefused = Object.keys(serverFaults(error)).some((path) => /^(notes\.)?timezone$/.test(path));
  const zone = query?.['timezone'] ?? property(body, 'timezone') ?? property(property(body, 'notes'), 'timezone');
  if (isRefused && typeof zone === 'string') refuseZone(zone);
}
