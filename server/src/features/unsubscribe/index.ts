export { createUnsubscribeLinks } from './unsubscribe-link.ts';
export { unsubscribeRoutes } from './unsubscribe-routes.ts';
