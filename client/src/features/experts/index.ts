export { expertKeys } from './api/keys.ts';
export { expertPages } from './pages/index.ts';
