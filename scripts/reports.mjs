import { existsSync, readFileSync } from 'node:fs';

/**
 * How many tests passed and failed, from the JSON of `vitest --reporter=json`. A file that could not be loaded has no
 * tests to count, so it counts as one that failed.
 * @param {string} file
 */
export function readVitestReport(file) {
  const report = read(file);
  if (report === null) return { passed: 0, failed: 0 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * The same from Playwright's JSON. A test that only passed when tried again is flaky, and that is a failure.
 * @param {string} file
 */
export function readPlaywrightReport(file) {
  const report = read(file);
  if (report === null) return { passed: 0, failed: 0 };
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky };
}

/**
 * The report, or null when the run ended before it wrote one.
 * @param {string} file
 */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
