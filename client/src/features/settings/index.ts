export { settingsPages } from './pages/index.ts';
