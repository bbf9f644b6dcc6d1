import { minuteMs } from '@serene/shared/time';
import type { Logger } from '../../infra/logger.ts';
import type { ChangeFeed, FeedListener } from './change-feed.ts';

/** Many changes in a row are one (rule V3). */
const coalesceMs = 250;
const reopenMs = 1_000;
/** Opening a feed is work for the database, so whoever comes and goes at once must not have it opened each time. */
const lingerMs = minuteMs;

/** `changed`: ask again for what is shown. `reset`: the same, since something may have been missed. */
export type LiveEvent = 'changed' | 'reset';
type Tell = (event: LiveEvent) => void;

/** The bus of one process between the database's changes and whoever watches an expert's free times. */
export type LiveChanges = {
  /**
   * Tells of each change from the moment this resolves until the returned function is called. The caller should read
   * what it shows after that.
   * @throws what the database throws while it is away
   */
  subscribe(expertId: string, tell: Tell): Promise<() => void>;
};

type LiveOptions = { logger: Logger; openFeed: (listener: FeedListener) => Promise<ChangeFeed> };

/** Follows the database as long as somebody watches, and a minute longer. */
export function createLiveChanges({ logger, openFeed }: LiveOptions): LiveChanges {
  const watchers = new Map<string, Set<Tell>>();
  const touched = new Set<string>();
  let flushing: NodeJS.Timeout | null = null;
  let feed: Promise<ChangeFeed> | null = null;
  let leaving: NodeJS.Timeout | null = null;

  const tellAll = (expertIds: Iterable<string>, event: LiveEvent) => {
    for (const expertId of expertIds) for (const tell of watchers.get(expertId) ?? []) tell(event);
  };
  const flush = () => {
    flushing = null;
    const expertIds = [...touched];
    touched.clear();
    tellAll(expertIds, 'changed');
  };
  const changed = (expertId: string | null) => {
    for (const one of expertId === null ? watchers.keys() : [expertId]) if (watchers.has(one)) touched.add(one);
    if (touched.size > 0) flushing ??= setTimeout(flush, coalesceMs);
  };
  const open = (): Promise<ChangeFeed> => {
    const opening = openFeed({ changed, lost });
    feed = opening;
    opening.catch(() => {
      if (feed === opening) feed = null;
    });
    return opening;
  };
  const reopen = async () => {
    if (watchers.size === 0) return;
    try {
      await (feed ?? open());
      tellAll(watchers.keys(), 'reset');
    } catch (error) {
      lost(error);
    }
  };
  function lost(error: unknown): void {
    logger.warn({ err: error }, 'live updates interrupted');
    feed = null;
    setTimeout(() => void reopen(), reopenMs).unref();
  }

  const leave = (expertId: string, tell: Tell) => {
    const tells = watchers.get(expertId);
    tells?.delete(tell);
    if (tells?.size === 0) watchers.delete(expertId);
    if (watchers.size > 0 || feed === null) return;
    leaving ??= setTimeout(close, lingerMs).unref();
  };
  const close = () => {
    leaving = null;
    if (watchers.size > 0 || feed === null) return;
    const closing = feed;
    feed = null;
    closing.then((open) => open.close()).catch((error: unknown) => logger.warn({ err: error }, 'feed not closed'));
  };

  return {
    async subscribe(expertId, tell) {
      const tells = watchers.get(expertId) ?? new Set();
      watchers.set(expertId, tells.add(tell));
      try {
        await (feed ?? open());
      } catch (error) {
        leave(expertId, tell);
        throw error;
      }
      return () => leave(expertId, tell);
    },
  };
}
