export { AvailabilityPage } from './pages/AvailabilityPage.tsx';
