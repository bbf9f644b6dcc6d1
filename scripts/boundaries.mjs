// `pnpm boundaries`: fails on an import that crosses a boundary (.dependency-cruiser.cjs says which and why).
import { cruiseBoundaries, reasonOf } from './cruise.mjs';
import { root } from './run.mjs';

/** With an unsupported TypeScript the cruiser reads nothing and reports no violation: too few modules is an error. */
const leastModules = 400;

const { totalCruised, violations } = await cruiseBoundaries(root, ['shared', 'server', 'client', 'e2e']);
for (const { from, to, rule } of violations) console.error(`${from} imports ${to}\n  ${rule}: ${reasonOf(rule)}`);
if (totalCruised < leastModules)
  console.error(`Only ${totalCruised} modules were read, at least ${leastModules} are expected.`);
console.log(`${totalCruised} modules, ${violations.length} violations`);
process.exitCode = violations.length === 0 && totalCruised >= leastModules ? 0 : 1;
