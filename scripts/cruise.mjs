import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { root } from './run.mjs';

const { forbidden, options } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));

/** The names of all rules. */
export const ruleNames = forbidden.map(({ name }) => name);

/**
 * Holds the modules of some folders against the dependency rules.
 * @param {string} baseDir folder that holds `client`, `server` and `shared`
 * @param {string[]} folders
 */
export async function cruiseBoundaries(baseDir, folders) {
  const { output } = await cruise(folders, { ...options, baseDir, validate: true, ruleSet: { forbidden } });
  if (typeof output === 'string') throw new Error(output);
  const { violations, totalCruised } = output.summary;
  const named = violations.map(({ from, to, rule }) => ({ from, to, rule: rule.name }));
  return { modules: output.modules, totalCruised, violations: named };
}

/**
 * Why a rule exists.
 * @param {string} name
 * @returns {string}
 */
export function reasonOf(name) {
  return forbidden.find((rule) => rule.name === name)?.comment ?? '';
}
