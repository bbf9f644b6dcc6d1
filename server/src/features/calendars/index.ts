export { FeedModel } from './feed-model.ts';
export { deleteFeedsOf } from './feed-repository.ts';
export { calendarRoutes } from './routes.ts';
