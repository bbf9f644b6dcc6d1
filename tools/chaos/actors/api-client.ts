import {
  endpoints,
  errorEnvelopeSchema,
  type EndpointContract,
  type EndpointKey,
  type ErrorCode,
} from '@serene/shared/contracts';
import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import type { SignedInPrincipal } from '../../../server/src/http/principal.ts';
import { createTokens } from '../../../server/src/features/auth/index.ts';
import type { Random } from '../random.ts';
import { jwtSecret, type Stack } from '../stack/start-stack.ts';
import type { Tally } from '../tally.ts';

/** Somebody who is signed in. */
export type Person = SignedInPrincipal;

type Request = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
  /** Sent as Idempotency-Key (rule B6). */
  key?: string | null;
};
/** `isOfReleaseBefore`: its answers are by the contracts of then, which may lack what this release added. */
type RawAnswer = { status: number; body: unknown; isOfReleaseBefore: boolean };
type Success<K extends EndpointKey> = z.output<
  (typeof endpoints)[K]['responses'][keyof (typeof endpoints)[K]['responses']] & z.ZodType
>;

/** What came of a call: an answer by contract, an error by contract, or silence, after which nobody knows. */
export type Answer<K extends EndpointKey> =
  | { status: number; body: Success<K> }
  | { status: number; code: ErrorCode }
  | { status: null };

/** Longer than anything may take: a transaction is tried for 3 s (rule T1), a gateway that hangs is given up before. */
const patienceMs = 20_000;

/** May come from every endpoint, whatever its contract lists. */
const anywhere: readonly ErrorCode[] = ['BUSY', 'UNAUTHENTICATED'];

/** Calls the API, each time whichever process answers, and holds every answer against its contract. */
export class ApiClient {
  private readonly stack: Stack;
  private readonly tally: Tally;
  private readonly random: Random;
  private readonly sign: (person: Person) => string;

  constructor(parts: { stack: Stack; tally: Tally; random: Random }) {
    this.stack = parts.stack;
    this.tally = parts.tally;
    this.random = parts.random;
    this.sign = createTokens({ secret: jwtSecret, clock: parts.stack.clock }).signAccessToken;
  }

  /** After silence it takes a while until the caller goes on. */
  async call<K extends EndpointKey>(person: Person, key: K, request: Request = {}): Promise<Answer<K>> {
    const answer = await this.send(person, key, request);
    if (answer === null) {
      this.tally.count('answers', 'none');
      await wait(this.random.between(200, 1_000));
      return { status: null };
    }
    return this.understand(key, answer);
  }

  /** As a load balancer does: where nobody listens, the other process is asked. */
  private async send(person: Person, key: EndpointKey, request: Request): Promise<RawAnswer | null> {
    const { apis } = this.stack;
    const first = this.random.pick(apis);
    for (const { url, isOfReleaseBefore } of [first, ...apis.filter((api) => api !== first)]) {
      try {
        return { ...(await this.ask(`${url}/api/v1`, person, { endpoint: key, ...request })), isOfReleaseBefore };
      } catch (error) {
        if (error instanceof Error && error.name === 'TimeoutError') {
          this.tally.violate('an answer takes too long', `${key}: none after ${patienceMs / 1000} s`);
        }
        if (!isRefused(error)) return null;
      }
    }
    return null;
  }

  private async ask(
    base: string,
    person: Person,
    request: Request & { endpoint: EndpointKey },
  ): Promise<Omit<RawAnswer, 'isOfReleaseBefore'>> {
    const [method = '', path = ''] = request.endpoint.split(' ');
    const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => request.params?.[name] ?? '');
    const query = request.query ? `?${new URLSearchParams(request.query).toString()}` : '';
    const response = await fetch(`${base}${filled}${query}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.sign(person)}`,
        'Content-Type': 'application/json',
        ...(request.key ? { 'Idempotency-Key': request.key } : {}),
      },
      signal: AbortSignal.timeout(patienceMs),
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
    });
    return { status: response.status, body: await response.json() };
  }

  private understand<K extends EndpointKey>(key: K, { status, body, isOfReleaseBefore }: RawAnswer): Answer<K> {
    const contract: EndpointContract = endpoints[key];
    const schema = contract.responses[status];
    if (schema) {
      this.tally.count('answers', `${status}`);
      const parsed = schema.safeParse(body);
      if (!parsed.success && isOfReleaseBefore) return { status, body: body as Success<K> };
      if (!parsed.success)
        this.tally.violate('an answer breaks its contract', `${key} ${status}: ${parsed.error.message}`);
      // The contract's own schema accepted it; TypeScript cannot follow that through the table.
      return { status, body: parsed.data as Success<K> };
    }
    const envelope = errorEnvelopeSchema.safeParse(body);
    if (!envelope.success) {
      this.tally.violate('an answer breaks its contract', `${key} ${status}: ${JSON.stringify(body).slice(0, 300)}`);
      return { status: null };
    }
    const { code, message, requestId } = envelope.data.error;
    this.tally.count('answers', `${status} ${code}`);
    if (code === 'INTERNAL' || (!contract.errors.includes(code) && !anywhere.includes(code))) {
      this.tally.violate(
        'an error that the contract does not have',
        `${key}: ${status} ${code} "${message}" (request ${requestId})`,
      );
    }
    return { status, code };
  }
}

/** Nobody listened, so nothing was done. */
function isRefused(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}
