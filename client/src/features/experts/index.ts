export { expertQueryOptions } from './api/expert.ts';
export { ExpertPage } from './pages/ExpertPage.tsx';
export { ExpertsPage } from './pages/ExpertsPage.tsx';
