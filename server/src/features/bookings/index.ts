export { advanceSessions } from './advance-sessions.ts';
export { cancelSession } from './cancel-session.ts';
export { completeSession } from './close-session.ts';
export { NetworkFreeSessionsModel } from './free/network-free-sessions.ts';
export { rateSession } from './rate-session.ts';
export { rescheduleSession } from './reschedule-session.ts';
export { bookingRoutes } from './routes.ts';
export { schedulingRoutes } from './scheduling/routes.ts';
