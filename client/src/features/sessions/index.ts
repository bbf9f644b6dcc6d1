export { sessionKeys } from './api/keys.ts';
export { useOwnSessionAt } from './api/own-session-at.ts';
export { sessionQueryOptions, useSession } from './api/session.ts';
export { CancellationTerms } from './components/CancellationTerms.tsx';
export { JoinSession } from './components/JoinSession.tsx';
export { requestText } from './request-text.ts';
export { SessionFacts } from './components/SessionFacts.tsx';
export { SessionFiles } from './components/files/SessionFiles.tsx';
export { sessionPages } from './pages/index.ts';
