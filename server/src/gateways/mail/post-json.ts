import { shorten } from '@serene/shared/text';
import type { MailOutcome } from './port.ts';

type JsonRequest = {
  url: string;
  apiKey: string;
  headers?: Record<string, string>;
  body: unknown;
  timeoutMs: number;
};

/** What a service answered. */
export type Answer = { status: number; text: string };

/**
 * Posts JSON to a mail service and lets `judge` say what the answer means. No answer, or none in time, is worth another
 * try: nobody knows then whether the mail was taken.
 */
export async function postJson(request: JsonRequest, judge: (answer: Answer) => MailOutcome): Promise<MailOutcome> {
  const { url, apiKey, headers, body, timeoutMs } = request;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json', Authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return judge({ status: response.status, text: await response.text() });
  } catch (error) {
    return { status: 'retry', reason: describe(error) };
  }
}

/** fetch says only that it failed; what failed is the cause. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'The mail service could not be reached.';
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}

/** What is kept of an answer in words. */
export function inWords({ status, text }: Answer, message?: string): string {
  return `${status} ${shorten((message ?? text).replace(/\s+/g, ' ').trim(), 300)}`.trim();
}

/** The answer as JSON; null where it is none, as proxies send. */
export function readJson({ text }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
