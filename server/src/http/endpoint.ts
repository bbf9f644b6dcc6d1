import {
  endpoints,
  limitOf,
  type Access,
  type EndpointContract,
  type EndpointKey,
  type Endpoints,
  type Issue,
} from '@serene/shared/contracts';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { remark } from './log-request.ts';
import { actAs } from '../infra/acting-person.ts';
import { networkOf } from './network.ts';
import type { SignedInPrincipal, SignInCheck } from './principal.ts';
import type { RateLimit } from './rate-limit.ts';

type Part<K extends EndpointKey, P extends 'params' | 'query' | 'body'> =
  Endpoints[K] extends Record<P, infer S extends z.ZodType> ? z.output<S> : undefined;

/** Whoever is signed in; on a public or an open endpoint that may be nobody. */
type Caller<K extends EndpointKey> = Endpoints[K]['access'] extends 'public' | 'open'
  ? SignedInPrincipal | null
  : SignedInPrincipal;

/** What a handler gets: validated input, the caller, and the raw pair for cookies and addresses. */
export type EndpointRequest<K extends EndpointKey> = {
  params: Part<K, 'params'>;
  query: Part<K, 'query'>;
  body: Part<K, 'body'>;
  principal: Caller<K>;
  request: Request;
  response: Response;
};

type Responses<K extends EndpointKey> = Endpoints[K]['responses'];

/** An answer of the contract: its status and the body of that status. Text and files name their content type. */
export type EndpointReply<K extends EndpointKey> = {
  [S in keyof Responses<K> & number]: {
    status: S;
    body: Responses<K>[S] extends z.ZodType ? z.input<Responses<K>[S]> : never;
    headers?: Record<string, string>;
  };
}[keyof Responses<K> & number];

export type Handler<K extends EndpointKey> = (request: EndpointRequest<K>) => Promise<EndpointReply<K>>;
/** A table, so that the key alone decides the handler's type: inferred from both, literals of the answer would widen. */
type Handlers = { [K in EndpointKey]: Handler<K> };
export type MountEndpoint = <K extends EndpointKey>(router: Router, key: K, handler: Handlers[K]) => void;

/**
 * Makes the function that mounts a handler under its contract: who may call, whether they have called too often, then
 * input, all of whose issues are reported at once, then the handler, then its answer.
 * @param rateLimit null for no limits, not even the share of the transactions that one person may have (load tests)
 */
export function createEndpoint(signIns: SignInCheck, rateLimit: RateLimit | null): MountEndpoint {
  return (router, key, handler) => {
    const contract: EndpointContract = endpoints[key];
    const [method, path] = splitKey(key);
    router[method](path, async (request, response) => {
      const principal = recognise(contract.access, request, signIns);
      const person = principal?.userId.toHexString();
      const use = [limitOf(key, contract), { person, network: networkOf(request) }] as const;
      // Before anything is read: a flood of refused requests must cost others nothing.
      rateLimit?.refuseFull(...use);
      await authorise(contract.access, principal, signIns);
      await rateLimit?.(...use);
      const input = parseInput(contract, request);
      // The contract's schemas produced these values; TypeScript cannot follow them through the table.
      const handle = () => handler({ ...input, principal, request, response } as EndpointRequest<typeof key>);
      const reply = await (person === undefined || rateLimit === null ? handle() : actAs(person, handle));
      response.status(reply.status).set(reply.headers ?? {});
      sendBody(response, reply.body);
    });
  };
}

function sendBody(response: Response, body: unknown): void {
  if (typeof body === 'string') response.send(body);
  else if (body instanceof Uint8Array) response.send(Buffer.from(body));
  else response.json(body);
}

function splitKey(key: EndpointKey): ['get' | 'post' | 'put' | 'patch' | 'delete', string] {
  const [method, path] = key.split(' ');
  return [z.enum(['get', 'post', 'put', 'patch', 'delete']).parse(method?.toLowerCase()), z.string().parse(path)];
}

/** Who calls, by a token that is ours and has not run out; null for a visitor of what is public. */
function recognise(access: Access, request: Request, signIns: SignInCheck): SignedInPrincipal | null {
  const token = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '')?.[1];
  if (access === 'public') return token === undefined ? null : visitorOf(token, signIns);
  if (token === undefined && access === 'open') return null;
  if (token === undefined) throw new AppError('UNAUTHENTICATED', 'Sign in to continue.');
  const principal = signIns.verifyAccessToken(token);
  remark(request, { userId: principal.userId.toHexString() });
  return principal;
}

async function authorise(access: Access, principal: SignedInPrincipal | null, signIns: SignInCheck): Promise<void> {
  if (access === 'public' || principal === null) return;
  // One indexed read for each request of a signed-in person: nothing works any more once the sign-in has ended.
  await signIns.requireLiveSignIn(principal);
  if ((access === 'expert' || access === 'admin') && !principal.roles.includes(access)) {
    throw new AppError('FORBIDDEN', `This needs the role "${access}".`);
  }
}

/** What is public needs no token: one that has run out makes a visitor, no error. */
function visitorOf(token: string, { verifyAccessToken }: SignInCheck): SignedInPrincipal | null {
  try {
    return verifyAccessToken(token);
  } catch (error) {
    if (error instanceof AppError && error.code === 'UNAUTHENTICATED') return null;
    throw error;
  }
}

/** A field of a form that was left empty is none. */
function withoutEmpty(query: Request['query']): Record<string, unknown> {
  const filled = Object.entries(query).flatMap(([name, value]) => {
    const values = [value].flat().filter((one) => typeof one !== 'string' || one.trim() !== '');
    return values.length === 0 ? [] : [[name, values.length === 1 ? values[0] : values] as const];
  });
  return Object.fromEntries(filled);
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Of a body that may have one of several shapes, what is wrong with the shape that it comes nearest to. */
function withinUnion(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const foreign = (shape: readonly z.core.$ZodIssue[]) =>
    shape.reduce((count, one) => count + (one.code === 'unrecognized_keys' ? one.keys.length : 0), 0);
  const nearest = issue.errors.reduce((best, shape) => (foreign(shape) < foreign(best) ? shape : best));
  return nearest.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}

function parseInput(contract: EndpointContract, request: Request): { params: unknown; query: unknown; body: unknown } {
  const issues: Issue[] = [];
  const part = (name: 'params' | 'query' | 'body', value: unknown): unknown => {
    const schema = contract[name];
    if (!schema) return undefined;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues.flatMap(withinUnion))
      issues.push({ in: name, path: issue.path.join('.'), message: issue.message });
    return undefined;
  };
  const input = {
    params: part('params', request.params),
    query: part('query', withoutEmpty(request.query)),
    body: part('body', request.body ?? {}),
  };
  // A body that nobody has read would be taken for none, and what it asks for not to happen would happen.
  if (contract.body && request.body === undefined && hasBody(request)) {
    issues.push({ in: 'body', path: 'Content-Type', message: 'must be application/json' });
  }
  // An id that cannot exist is an id that does not exist.
  if (issues.some((issue) => issue.in === 'params') && contract.errors.includes('NOT_FOUND')) {
    throw new AppError('NOT_FOUND', 'Not found.');
  }
  if (issues.length > 0) {
    const list = issues.map((issue) => `${issue.path || issue.in}: ${issue.message}`).join('; ');
    throw new AppError('VALIDATION_FAILED', `Check what was sent. ${list}`, { details: { issues } });
  }
  return input;
}
