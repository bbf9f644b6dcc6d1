import { createBrowserRouter } from 'react-router-dom';
import { routes } from './routes.tsx';

/** The router over the browser's address. */
export function createRouter() {
  return createBrowserRouter(routes);
}
