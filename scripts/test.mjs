// `pnpm test`: every check and every suite, whatever fails; `--static` leaves out what runs the code.
// The last line is the sum: "N passed, N failed".
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { inOneLine, readPlaywrightReport, readVitestReport } from './reports.mjs';
import { bin, run, stopRunning } from './run.mjs';
import { makeTemporaryFolder } from './temporary-folder.mjs';

/** Far from UTC, and with a daylight saving of half an hour: whatever leans on the process's own zone shows here. */
const otherZone = 'Australia/Lord_Howe';

// Whatever is started from here keeps its temporary files in it.
const folder = makeTemporaryFolder();
process.env.TMPDIR = folder;
// Databases of a run that was stopped need a moment to notice that.
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopRunning().then(() => process.exit(1)));
const packages = ['shared', 'server', 'tools', 'client', 'e2e'];

/**
 * A check passes or fails as a whole; a suite reports how many of its tests did.
 * @typedef {import('./reports.mjs').Outcome} Outcome
 * @typedef {{ name: string, work: (aside: boolean) => Promise<Outcome> }} Stage
 */

/** @type {Stage[]} */
const checks = [
  check('format', [bin('oxfmt'), '--check']),
  check('lint', [bin('oxlint'), '--type-aware']),
  ...packages.map((name) => check(`types of ${name}`, [bin('tsc'), '-p', name])),
  check('dependency rules', [process.execPath, 'scripts/boundaries.mjs']),
  check('doors', [process.execPath, 'scripts/barrels.mjs', '--check']),
  check('unused code', [bin('knip')]),
];

const secondZone = suite(`shared in ${otherZone}`, ['--project', 'shared'], { TZ: otherZone });

/** @type {Stage[]} */
const builds = [
  // As the starter builds it, so that the stacks of the journeys find it built.
  check('build of the client', [process.execPath, '--import', 'tsx', 'dev/build-web.ts'], 'tools'),
  check('sizes of the client', [process.execPath, 'scripts/sizes.mjs']),
  check('build of the server', [process.execPath, 'build.mjs'], 'server'),
];

/** @type {(Outcome & { name: string, seconds: number })[]} */
const results = [];
if (process.argv.includes('--static')) {
  await runStages(checks);
} else {
  // Tests of the server wait for databases and processes: what only computes uses that time.
  const tests = runStages([suite('unit, integration, component')]);
  await Promise.all([tests, runStages([...checks, secondZone, ...builds], { aside: true })]);
  await runStages([{ name: 'end to end', work: playwright }]);
}
summarize();

/**
 * Runs stages one after the other, whatever fails.
 * @param {Stage[]} stages
 * @param {{ aside?: boolean }} [options]
 */
async function runStages(stages, { aside = false } = {}) {
  for (const { name, work } of stages) {
    console.log(`\n── ${name}`);
    const begin = performance.now();
    const outcome = await work(aside);
    results.push({ name, ...outcome, seconds: (performance.now() - begin) / 1_000 });
  }
}

/**
 * @param {string} name
 * @param {string[]} command
 * @param {string} [folder]
 * @returns {Stage}
 */
function check(name, command, folder = '.') {
  const work = async (/** @type {boolean} */ aside) => {
    const passed = (await run(command, { folder, aside })) ? 1 : 0;
    return { passed, failed: 1 - passed, faults: [] };
  };
  return { name, work };
}

/**
 * Tests that vitest runs.
 * @param {string} name
 * @param {string[]} [options]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Stage}
 */
function suite(name, options = [], env = {}) {
  const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.json`);
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const work = async (/** @type {boolean} */ aside) => {
    const succeeded = await run([bin('vitest'), 'run', ...options, ...output], { env, aside });
    return honest(readVitestReport(file), succeeded);
  };
  return { name, work };
}

async function playwright() {
  const file = join(folder, 'e2e.json');
  let chromium;
  try {
    chromium = ensureChromium();
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { passed: 0, failed: 1, faults: [fault] };
  }
  const command = [join('node_modules', '.bin', 'playwright'), 'test', '--reporter=list,json'];
  const env = { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const succeeded = await run(command, { folder: 'e2e', env });
  return honest(readPlaywrightReport(file), succeeded);
}

/**
 * A run that failed without a failed test (it did not even begin, say), or that ran no test at all, has failed.
 * @param {Outcome} outcome
 * @param {boolean} succeeded
 * @returns {Outcome}
 */
function honest({ passed, failed, faults }, succeeded) {
  const atFault = !succeeded || passed + failed === 0;
  return { passed, failed: atFault ? Math.max(failed, 1) : failed, faults };
}

function summarize() {
  const faults = results.flatMap((result) => result.faults);
  // Once more at the end, where whoever reads a long log looks first.
  for (const fault of faults) console.log(`\n✘ ${fault}`);
  console.log('');
  for (const { name, passed, failed, seconds } of results) {
    const verdict = failed === 0 ? 'ok    ' : 'FAILED';
    console.log(
      `${verdict} ${name.padEnd(32)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${passed} passed, ${failed} failed`,
    );
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  // And by name at the very end, where whoever has only the last lines of a log finds them.
  if (faults.length > 0) console.log(`\n${faults.map(inOneLine).join('\n')}`);
  const seconds = performance.now() / 1_000;
  console.log(`\nIn ${seconds.toFixed(0)} s:`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
