import { readFileSync } from 'node:fs';

/**
 * What the cruiser's rules cannot say: an order of features, and no ring between the folders of one.
 * @typedef {{ source: string, dependencies: { resolved: string }[] }} Module
 * @typedef {{ from: string, to: string, reason: string }} Fault
 */

const isTest = (/** @type {string} */ file) => /\.test(-support)?\.tsx?$/.test(file);

/** @param {string} file */
function placeOf(file) {
  const [, side = '', feature = '', folder] =
    /^(server|client)\/src\/features\/([^/]+)\/(?:([^/]+)\/)?/.exec(file) ?? [];
  return feature === '' ? null : { side, feature, folder };
}

/**
 * The features of each side, as the architecture page lists them: each knows only those before it.
 * @param {string} page its text
 * @returns {Record<string, string[]>}
 */
export function readFeatureOrder(page) {
  const line = (/** @type {string} */ side) => {
    const listed = new RegExp(`^- \\*\\*Features of the ${side}\\*\\*: (.+)$`, 'm').exec(page)?.[1] ?? '';
    return [...listed.matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name);
  };
  return { server: line('server'), client: line('client') };
}

/** The order that the project's own page states. */
export function statedOrder() {
  return readFeatureOrder(readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8'));
}

/**
 * Features that know a later one, or that the page does not list.
 * @param {readonly Module[]} modules
 * @param {Record<string, string[]>} order
 * @returns {Fault[]}
 */
export function findOrderFaults(modules, order) {
  return importsOf(modules).flatMap(({ from, to, here, there }) => {
    if (here.side !== there.side || here.feature === there.feature) return [];
    const [own, other] = [here, there].map(({ side, feature }) => order[side]?.indexOf(feature) ?? -1);
    if (own === undefined || other === undefined || (own >= 0 && other >= 0 && other < own)) return [];
    const reason = `docs/architecture.md does not list ${there.feature} before ${here.feature}`;
    return [{ from, to, reason }];
  });
}

/**
 * Imports that are part of a ring between folders of one feature. What lies in the feature's own folder, its door and what
 * its folders share, is no floor.
 * @param {readonly Module[]} modules
 * @returns {Fault[]}
 */
export function findRings(modules) {
  const inside = importsOf(modules).filter(
    ({ here, there }) =>
      here.side === there.side &&
      here.feature === there.feature &&
      here.folder !== undefined &&
      there.folder !== undefined &&
      here.folder !== there.folder,
  );
  const nameOf = (/** @type {{ side: string, feature: string, folder?: string }} */ { side, feature, folder }) =>
    `${side}/${feature}/${folder}`;
  /** @type {Map<string, Set<string>>} */
  const below = new Map();
  for (const { here, there } of inside) {
    below.set(nameOf(here), (below.get(nameOf(here)) ?? new Set()).add(nameOf(there)));
  }
  const reaches = (/** @type {string} */ from, /** @type {string} */ to, seen = new Set()) => {
    for (const next of below.get(from) ?? []) {
      if (next === to) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      if (reaches(next, to, seen)) return true;
    }
    return false;
  };
  return inside
    .filter(({ here, there }) => reaches(nameOf(there), nameOf(here)))
    .map(({ from, to, here, there }) => ({
      from,
      to,
      reason: `${there.folder} needs ${here.folder} as well: of two folders of a feature one is below the other`,
    }));
}

/** @param {readonly Module[]} modules */
function importsOf(modules) {
  return modules
    .filter(({ source }) => !isTest(source))
    .flatMap(({ source, dependencies }) =>
      dependencies.flatMap(({ resolved }) => {
        const [here, there] = [placeOf(source), placeOf(resolved)];
        return here && there ? [{ from: source, to: resolved, here, there }] : [];
      }),
    );
}
