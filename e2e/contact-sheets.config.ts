import { common } from './playwright.config.ts';

/** Makes pictures instead of judging: `pnpm contact-sheets`. */
export default { ...common, testMatch: '{contact,mail}-sheets.ts', timeout: 300_000 };
