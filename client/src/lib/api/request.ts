import type { EndpointKey } from '@serene/shared/contracts';
import { maySignInSilently, tokenHolder } from './access-token.ts';
import { ApiError, hasCode } from './errors.ts';
import { readBody } from './read-body.ts';
import { readError } from './read-error.ts';
import { refresh } from './refresh.ts';
import { send, type WireInput } from './send.ts';
import type { RequestArguments, ResponseBody } from './types.ts';

/**
 * Calls an endpoint of the contracts, for example
 * `request('GET /experts/:id', { params: { id: 'dr-sarah-khan' } })`.
 * An access token that ran out is renewed once, unseen by the caller; a request of one person is never sent as another.
 * @throws ApiError for everything but a success.
 */
export async function request<K extends EndpointKey>(key: K, ...input: RequestArguments<K>): Promise<ResponseBody<K>> {
  // The contract's types end here: on the wire every input has the same loose shape.
  const wire: WireInput = Object.assign({}, ...input);
  try {
    return await readBody(key, await sendSignedIn(key, wire));
  } catch (error) {
    // Hardly any request is refused so.
    if (hasCode(error, 'VALIDATION_FAILED')) (await import('./refused-zone.ts')).noteRefusedZone(error, wire);
    throw error;
  }
}

/** Endpoints that answer with a file. */
type FileKey =
  | 'GET /sessions/:id/calendar.ics'
  | 'GET /payments/:id/receipt'
  | 'GET /payments/:id/refunds/:refundId/receipt';

/**
 * Fetches a file that needs the access token, which a plain link could not carry.
 * @throws ApiError for everything but a success.
 */
export async function requestFile(key: FileKey, params: Record<string, string>): Promise<Blob> {
  const response = await sendSignedIn(key, { params });
  if (!response.ok) throw await readError(response);
  return response.blob();
}

async function sendSignedIn(key: EndpointKey, input: WireInput): Promise<Response> {
  const sender = tokenHolder();
  const response = await send(key, input);
  // A password that is wrong stays so with a new token.
  if (response.status !== 401 || !maySignInSilently() || (await isWrongPassword(response))) return response;
  const user = await refresh();
  // The sign-in is over: what is open to everybody is asked for as a visitor.
  if (user === null) return sender === undefined ? response : send(key, input);
  if (sender !== undefined && sender !== user.id) {
    throw new ApiError('OTHER_ACCOUNT', 'Somebody else is signed in.', { status: 401 });
  }
  return send(key, input);
}

async function isWrongPassword(response: Response): Promise<boolean> {
  return hasCode(await readError(response.clone()), 'INVALID_CREDENTIALS');
}
