export { mailKeys } from './api/keys.ts';
export { SessionMails } from './components/SessionMails.tsx';
export { mailPages } from './pages/index.ts';
