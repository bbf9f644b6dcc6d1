export { FeedModel } from './feed-model.ts';
export { calendarRoutes } from './routes.ts';
