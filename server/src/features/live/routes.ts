import { endpoints } from '@serene/shared/contracts';
import type { Router, Response } from 'express';
import { AppError, notFound } from '../../errors.ts';
import { openEventStream, type EventStream } from '../../http/event-stream.ts';
import { networkOf } from '../../http/network.ts';
import type { RateLimit } from '../../http/rate-limit.ts';
import { createRouter } from '../../http/router.ts';
import { findBookableExpert } from '../experts/index.ts';
import { createAdmission } from './admission.ts';
import type { LiveChanges } from './live-changes.ts';

type LiveDependencies = {
  live: LiveChanges;
  /** Whether open streams are counted: limits are off where one machine plays many people. */
  limits: 'on' | 'off';
  rateLimit: RateLimit;
  /** Aborted when the process is about to end: streams would keep it from ending. */
  stopping: AbortSignal;
};

const { params: paramsSchema } = endpoints['GET /experts/:id/availability/stream'];

/** Live updates of an expert's free times, for everybody (rules V1 to V3). */
export function liveRoutes({ live, limits, rateLimit, stopping }: LiveDependencies): Router {
  const router = createRouter();
  const admit = createAdmission();
  const open = new Set<Response>();
  stopping.addEventListener('abort', () => {
    for (const response of open) response.end();
  });

  router.get('/experts/:id/availability/stream', async (request, response) => {
    if (stopping.aborted)
      throw new AppError('BUSY', 'The service is restarting. Try again in a moment.', { retryAfterSeconds: 1 });
    await rateLimit('read', { network: networkOf(request) });
    const params = paramsSchema.safeParse(request.params);
    const expert = params.success ? await findBookableExpert(params.data.id) : null;
    if (!expert) throw notFound('The expert');
    const letOut = limits === 'on' ? admit(networkOf(request)) : () => undefined;
    open.add(response);
    try {
      await stream(response, live, expert._id.toHexString());
    } finally {
      open.delete(response);
      letOut();
    }
  });

  return router;
}

/** @returns when the connection is over, whoever ended it */
async function stream(response: Response, live: LiveChanges, expertId: string): Promise<void> {
  const closed = new Promise((resolve) => response.once('close', resolve));
  let events: EventStream | null = null;
  const unsubscribe = await live.subscribe(expertId, (event) => events?.send(event));
  try {
    if (response.writableEnded || response.destroyed) return;
    events = openEventStream(response);
    // Subscribed already, so nothing is missed between this and what the browser asks for now (rule V2).
    events.send('reset');
    await closed;
  } finally {
    unsubscribe();
  }
}
