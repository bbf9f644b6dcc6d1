import { Router } from 'express';

/**
 * A router that takes a path only as it is written: `/AUTH/login` and `/auth/login/` are not `/auth/login`. Otherwise
 * what depends on a path, such as keeping secrets out of logs, would have to know all its spellings.
 */
export function createRouter(): Router {
  return Router({ caseSensitive: true, strict: true });
}
