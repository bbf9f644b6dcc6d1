// `pnpm boundaries`: fails on an import that crosses a boundary (.dependency-cruiser.cjs says which and why), that leads to
// a later feature, or that closes a ring between the folders of one (floors.mjs).
import { cruiseBoundaries, reasonOf } from './cruise.mjs';
import { findOrderFaults, findRings, statedOrder } from './floors.mjs';
import { root } from './run.mjs';

/** With an unsupported TypeScript the cruiser reads nothing and reports no violation: too few modules is an error. */
const leastModules = 400;

const folders = ['shared', 'server', 'tools', 'client', 'e2e'];
const { modules, totalCruised, violations } = await cruiseBoundaries(root, folders);
for (const { from, to, rule } of violations) console.error(`${from} imports ${to}\n  ${rule}: ${reasonOf(rule)}`);
const floors = [...findOrderFaults(modules, statedOrder()), ...findRings(modules)];
for (const { from, to, reason } of floors) console.error(`${from} imports ${to}\n  ${reason}`);
if (totalCruised < leastModules)
  console.error(`Only ${totalCruised} modules were read, at least ${leastModules} are expected.`);
const faults = violations.length + floors.length;
console.log(`${totalCruised} modules, ${faults} violations`);
process.exitCode = faults === 0 && totalCruised >= leastModules ? 0 : 1;
