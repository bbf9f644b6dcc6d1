import { endpoints, type EndpointContract, type EndpointKey } from '@serene/shared/contracts';
import { ApiError } from './errors.ts';

/** Development and tests only: an answer that breaks its contract must fail where it arrives, not three screens on. */
export function checkContract(key: EndpointKey, status: number, body: unknown): void {
  const contract: EndpointContract = endpoints[key];
  const schema = contract.responses[status];
  if (schema === undefined) {
    throw new ApiError('BAD_RESPONSE', `${key} answered ${status}, which its contract does not name.`, { status });
  }
  const result = schema.safeParse(body);
  if (result.success) return;
  const issues = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new ApiError('BAD_RESPONSE', `${key} broke its contract. ${issues}`, { status, cause: result.error });
}
