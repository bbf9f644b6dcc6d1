import type { EndpointKey } from '@serene/shared/contracts';
import { noteServerTime } from '../time/server-clock.ts';
import { ApiError } from './errors.ts';
import { property, readError } from './read-error.ts';
import type { ResponseBody } from './types.ts';

/**
 * Reads the success body of an answer.
 * @throws ApiError for every other answer, and for a body that is not JSON.
 */
export async function readBody<K extends EndpointKey>(key: K, response: Response): Promise<ResponseBody<K>> {
  if (!response.ok) throw await readError(response);
  const body = await readJson(response);
  // The branch and the schemas behind it are dropped from the production bundle.
  if (import.meta.env.DEV) {
    const { checkContract } = await import('./check-contract.ts');
    checkContract(key, response.status, body);
  }
  const serverTime = property(body, 'serverTime');
  if (typeof serverTime === 'string') noteServerTime(serverTime);
  return body;
}

// `any` on purpose: the contract types what the server, tested against the same schemas, sends.
async function readJson(response: Response): ReturnType<Response['json']> {
  try {
    return await response.json();
  } catch (cause) {
    throw new ApiError('BAD_RESPONSE', 'The answer is not JSON.', { status: response.status, cause });
  }
}
