/** Links whose path is a secret: whoever reads it in a log could use it. */
const secretPath = /\/(feeds|unsubscribe)\/[^/?]+/;

/** What a log line says of a request, without secrets. For pino-http, whose own fields it keeps. */
export function withoutSecrets<T extends { url: string }>(request: T): T {
  return { ...request, url: request.url.replace(secretPath, '/$1/…') };
}
