import type { EndpointKey, Endpoints } from '@serene/shared/contracts';
import type { z } from 'zod';

type Part = 'params' | 'query' | 'body';
type SchemaOf<K extends EndpointKey, P extends Part> =
  Endpoints[K] extends Record<P, infer S extends z.ZodType> ? S : never;

/** A query travels as text and is coerced on arrival: optional as the input is, typed as the output is. */
type QueryOf<S extends z.ZodType> = {
  [Name in keyof z.input<S>]: Name extends keyof z.output<S> ? z.output<S>[Name] : never;
};

type ParamsInput<K extends EndpointKey> = [SchemaOf<K, 'params'>] extends [never]
  ? unknown
  : { params: z.input<SchemaOf<K, 'params'>> };

type QueryInput<K extends EndpointKey> = [SchemaOf<K, 'query'>] extends [never]
  ? unknown
  : Partial<QueryOf<SchemaOf<K, 'query'>>> extends QueryOf<SchemaOf<K, 'query'>>
    ? { query?: QueryOf<SchemaOf<K, 'query'>> }
    : { query: QueryOf<SchemaOf<K, 'query'>> };

type BodyInput<K extends EndpointKey> = [SchemaOf<K, 'body'>] extends [never]
  ? unknown
  : { body: z.input<SchemaOf<K, 'body'>> };

/** What a request to the endpoint needs: exactly the parts its contract names. */
export type RequestInput<K extends EndpointKey> = ParamsInput<K> &
  QueryInput<K> &
  BodyInput<K> & { signal?: AbortSignal; headers?: { 'Idempotency-Key': string } };

/** The input may be left out where every part of it may. */
export type RequestArguments<K extends EndpointKey> =
  Partial<RequestInput<K>> extends RequestInput<K> ? [input?: RequestInput<K>] : [input: RequestInput<K>];

type Responses<K extends EndpointKey> = Endpoints[K]['responses'];

/** Every success body the endpoint can answer with. */
export type ResponseBody<K extends EndpointKey> = {
  [Status in keyof Responses<K>]: Responses<K>[Status] extends z.ZodType ? z.output<Responses<K>[Status]> : never;
}[keyof Responses<K>];
