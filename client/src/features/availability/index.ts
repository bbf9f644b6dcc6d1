export { availabilityPages } from './pages/index.ts';
