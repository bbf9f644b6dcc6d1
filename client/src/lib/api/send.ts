import type { EndpointKey } from '@serene/shared/contracts';
import { noteServerTime } from '../time/server-clock.ts';
import { accessToken } from './access-token.ts';
import { ApiError } from './errors.ts';

/** The parts of a request as they travel. */
export type WireInput = {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** An answer that goes on for as long as the page wants it. */
  isEndless?: boolean;
};

const base = '/api/v1';
/** Longer than the server's own limits, so that its answer wins where there is one. */
const patience = 30_000;

/**
 * Sends one request and gives back whatever was answered.
 * @throws ApiError `NETWORK` where nothing arrived; an abort by the caller stays an abort.
 */
export async function send(key: EndpointKey, input: WireInput): Promise<Response> {
  const [method = 'GET', path = '/'] = key.split(' ');
  const limits = input.isEndless ? [] : [AbortSignal.timeout(patience)];
  if (input.signal) limits.push(input.signal);
  try {
    const response = await fetch(base + fillPath(path, input.params ?? {}) + queryString(input.query ?? {}), {
      method,
      headers: headers(input),
      credentials: 'same-origin',
      signal: AbortSignal.any(limits),
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    });
    noteServerTime(response.headers.get('X-Server-Time'));
    return response;
  } catch (cause) {
    if (input.signal?.aborted === true) throw cause;
    throw new ApiError('NETWORK', 'The service could not be reached.', { cause });
  }
}

function headers(input: WireInput): Record<string, string> {
  const token = accessToken();
  return {
    ...(input.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...input.headers,
  };
}

function fillPath(path: string, params: Record<string, string>): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

function queryString(query: NonNullable<WireInput['query']>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size === 0 ? '' : `?${search.toString()}`;
}
