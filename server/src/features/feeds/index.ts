export { FeedModel } from './feed-model.ts';
export { deleteFeedsOf } from './feed-repository.ts';
export { feedRoutes } from './routes.ts';
