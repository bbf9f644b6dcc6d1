type Post = { url: string; id: string; body: string; signature: string };

export type Poster = {
  /** One delivery: the answer's status, or what went wrong instead. Never rejects. */
  post(post: Post): Promise<string>;
  /** Gives up what is under way. */
  close(): void;
};

/** Posts webhooks with the headers that Razorpay's were seen to carry. Redirects are not followed: they fail. */
export function createPoster(timeoutMs: number): Poster {
  const underWay = new Set<AbortController>();

  async function post({ url, id, body, signature }: Post): Promise<string> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort('timeout'), timeoutMs);
    underWay.add(controller);
    try {
      const headers = {
        'user-agent': 'Razorpay-Webhook/v1',
        'content-type': 'application/json',
        'x-razorpay-signature': signature,
        'x-razorpay-event-id': id,
        'request-id': id,
        'accept-encoding': 'gzip',
      };
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
        signal: controller.signal,
      });
      await response.body?.cancel();
      return String(response.status);
    } catch (error) {
      return controller.signal.aborted ? String(controller.signal.reason) : describe(error);
    } finally {
      clearTimeout(timer);
      underWay.delete(controller);
    }
  }

  return {
    post,
    close() {
      for (const controller of underWay) controller.abort('closed');
    },
  };
}

/** The cause is what tells: fetch itself only says that it failed. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}
