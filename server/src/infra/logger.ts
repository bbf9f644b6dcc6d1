import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** JSON lines on standard output; secrets and personal data never reach it. */
export function createLogger(level: string): Logger {
  return pino({ level, serializers: { err: (error: unknown) => errorFields(error) } });
}

/** How deep the causes of an error are followed. */
const mostCauses = 5;

/**
 * What is told of an error: listed fields, since libraries hang whole requests, documents and bodies on theirs. The key
 * that a duplicate ran into is somebody's address.
 */
export function errorFields(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: withoutKeys(error.message),
    stack: withoutKeys(error.stack ?? ''),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(error.cause !== undefined && depth < mostCauses && { cause: errorFields(error.cause, depth + 1) }),
  };
}

function withoutKeys(text: string): string {
  return text.replaceAll(/dup key: \{.*?\}/gs, 'dup key: …');
}
