import { common } from './playwright.config.ts';

/** Measures instead of judging journeys: `pnpm lighthouse`. One page at a time, so that none disturbs another. */
export default { ...common, testMatch: 'lighthouse.ts', timeout: 300_000, workers: 1, fullyParallel: false };
