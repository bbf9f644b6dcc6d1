export { sessionKeys } from './api/keys.ts';
export { sessionQueryOptions, useSession } from './api/session.ts';
export { JoinSession } from './components/JoinSession.tsx';
export { SessionFacts } from './components/SessionFacts.tsx';
export { SessionFiles } from './components/SessionFiles.tsx';
export { DashboardPage } from './pages/DashboardPage.tsx';
export { ExpertDashboardPage } from './pages/ExpertDashboardPage.tsx';
export { SessionPage } from './pages/SessionPage.tsx';
