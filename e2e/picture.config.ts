import { common } from './playwright.config.ts';

/** Makes the picture of the README: `pnpm picture`. */
export default { ...common, testMatch: 'picture.ts', workers: 1 };
