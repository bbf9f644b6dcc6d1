import {
  endpoints,
  errorEnvelopeSchema,
  errorStatus,
  type EndpointContract,
  type EndpointKey,
  type Endpoints,
  type ErrorCode,
} from '@serene/shared/contracts';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { z } from 'zod';

type Responses<K extends EndpointKey> = Endpoints[K]['responses'];
type Status<K extends EndpointKey> = keyof Responses<K> & number;
type Body<K extends EndpointKey, S extends Status<K>> = Responses<K>[S] extends z.ZodType
  ? z.input<Responses<K>[S]>
  : never;

/** A request as it arrived, after its contract accepted it. */
export type Received = {
  params: unknown;
  query: unknown;
  body: unknown;
  authorization: string | null;
  idempotencyKey: string | null;
};
type Answer<T> = T | ((received: Received) => T | Promise<T>);
type Failure = { details?: unknown; retryAfter?: number; requestId?: string };
type Handler = (received: Received) => Promise<Response>;

/**
 * The server behind `fetch`. It answers by contract key, refuses requests that break their contract, and parses its own
 * answers with the contract as well, so that neither side of a test can drift from the real server.
 */
export function createTestApi() {
  const handlers = new Map<EndpointKey, Handler>();
  const calls: { key: EndpointKey; received: Received }[] = [];
  const problems: string[] = [];
  let online = true;
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  // Pages that show times listen for changes; unless a test speaks, there are none.
  handlers.set('GET /experts/:id/availability/stream', async () => {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void streams.add(controller) });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  });

  const serve = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    if (!online) throw new TypeError('Failed to fetch');
    const address = new URL(input instanceof Request ? input.url : input, 'http://localhost');
    const match = findEndpoint(init.method ?? 'GET', address.pathname);
    const handler = match && handlers.get(match.key);
    if (match === undefined || handler === undefined) {
      problems.push(`nobody answers ${init.method ?? 'GET'} ${address.pathname}`);
      throw new TypeError('Failed to fetch');
    }
    try {
      const received = receive(match.key, { params: match.params, address, init });
      calls.push({ key: match.key, received });
      return untilAborted(await handler(received), init.signal);
    } catch (error) {
      problems.push(`${match.key}: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  };

  // What a page shows beside its subject; a test that is about it says more.
  handlers.set('GET /experts/next-times', async () => Response.json({ success: true, experts: [] }));
  handlers.set('GET /experts/:id/reviews', async () => Response.json({ success: true, reviews: [], nextCursor: null }));
  handlers.set('GET /scheduling/session-types', async () => Response.json({ success: true, sessionTypes: [] }));
  handlers.set('GET /sessions/:id/mails', async () => Response.json({ success: true, mails: [] }));

  return {
    serve,
    problems,
    /** Answers an endpoint from now on; a function may look at the request, or answer later. */
    on<K extends EndpointKey, S extends Status<K>>(key: K, status: S, answer: Answer<Body<K, S>>): void {
      const schema = contractOf(key).responses[status];
      handlers.set(key, async (received) => {
        const body: unknown = isLater(answer) ? await answer(received) : answer;
        const parsed = schema?.parse(body);
        return isFile(parsed) ? new Response(parsed, { status }) : Response.json(parsed, { status });
      });
    },
    /** Refuses an endpoint from now on. */
    fail(key: EndpointKey, code: ErrorCode, { retryAfter, ...error }: Failure = {}): void {
      const envelope = errorEnvelopeSchema.parse({ success: false, error: { code, message: `${code}.`, ...error } });
      const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
      handlers.set(key, async () => Response.json(envelope, { status: errorStatus[code], headers }));
    },
    /** Answers with something that is not of the API, as a proxy would. */
    raw(key: EndpointKey, response: () => Response): void {
      handlers.set(key, async () => response());
    },
    /** Says something on every stream of live updates that is open. */
    tell(event: 'reset' | 'changed'): void {
      const bytes = new TextEncoder().encode(`event: ${event}\ndata: {}\n\n`);
      for (const stream of streams) stream.enqueue(bytes);
    },
    setOnline(next: boolean): void {
      online = next;
    },
    /** The requests an endpoint has had. */
    calls(key: EndpointKey): Received[] {
      return calls.filter((call) => call.key === key).map((call) => call.received);
    },
  };
}

export type TestApi = ReturnType<typeof createTestApi>;

/** Puts a fresh test server behind `fetch` for each test, and fails a test that asked it something impossible. */
export function useTestApi(prepare?: (api: TestApi) => void): { readonly current: TestApi } {
  const holder = { current: createTestApi() };
  beforeEach(() => {
    holder.current = createTestApi();
    prepare?.(holder.current);
    vi.stubGlobal('fetch', holder.current.serve);
  });
  afterEach(() => {
    expect(holder.current.problems).toEqual([]);
  });
  return holder;
}

/** As in a browser, an aborted request also ends a body that is still on its way. */
function untilAborted(response: Response, signal: AbortSignal | null | undefined): Response {
  if (!signal || response.headers.get('Content-Type') !== 'text/event-stream') return response;
  return new Response(response.body?.pipeThrough(new TransformStream(), { signal }) ?? null, response);
}

function isLater(answer: unknown): answer is (received: Received) => unknown {
  return typeof answer === 'function';
}

function isFile(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array;
}

function contractOf(key: EndpointKey): EndpointContract {
  return endpoints[key];
}

const isKey = (key: string): key is EndpointKey => Object.hasOwn(endpoints, key);

function findEndpoint(method: string, pathname: string) {
  for (const key of Object.keys(endpoints).filter(isKey)) {
    const [keyMethod, path = ''] = key.split(' ');
    const names = [...path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '');
    const shape = new RegExp(`^/api/v1${path.replaceAll(/:\w+/g, '([^/]+)').replaceAll('.', '\\.')}$`);
    const values = shape.exec(pathname)?.slice(1);
    if (keyMethod === method && values !== undefined && !isShadowed(key, pathname)) {
      return {
        key,
        params: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')])),
      };
    }
  }
  return undefined;
}

/** A path without parameters wins over one with them, as it is mounted first. */
function isShadowed(key: EndpointKey, pathname: string): boolean {
  const exact = `${key.split(' ')[0]} ${pathname.replace('/api/v1', '')}`;
  return exact !== key && isKey(exact);
}

function receive(
  key: EndpointKey,
  { params, address, init }: { params: unknown; address: URL; init: RequestInit },
): Received {
  const contract = contractOf(key);
  const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
  return {
    params: contract.params?.parse(params),
    query: contract.query?.parse(Object.fromEntries(address.searchParams)),
    body: contract.body?.parse(body),
    authorization: new Headers(init.headers).get('Authorization'),
    idempotencyKey: new Headers(init.headers).get('Idempotency-Key'),
  };
}
