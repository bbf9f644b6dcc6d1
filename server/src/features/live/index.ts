export { openChangeFeed } from './change-feed.ts';
export { createLiveChanges } from './live-changes.ts';
export { liveRoutes } from './routes.ts';
