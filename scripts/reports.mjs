import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/**
 * How many tests passed, how many did not, and what these said: a few lines each.
 * @typedef {{ passed: number, failed: number, faults: string[] }} Outcome
 */

const linesOfFault = 8;

/**
 * The outcome of a run, from the JSON of `vitest --reporter=json`. A file that failed without a failed test (it could not
 * be loaded, or a hook of it failed) counts as one that did.
 * @param {string} file
 * @returns {Outcome}
 */
export function readVitestReport(file) {
  const report = read(file);
  if (report === null) return { passed: 0, failed: 0, faults: [] };
  const failedFiles = report.testResults.filter(({ status }) => status === 'failed');
  const failedTestsOf = ({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed');
  const failed = failedFiles.flatMap(failedTestsOf);
  const broken = failedFiles.filter((testFile) => failedTestsOf(testFile).length === 0);
  const faults = [
    ...broken.map(({ name, message }) => fault(name, message)),
    ...failed.map(({ fullName, failureMessages }) => fault(fullName, failureMessages[0])),
  ];
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, faults };
}

/**
 * The same from Playwright's JSON. A test that only passed when tried again is flaky, and that is a failure.
 * @param {string} file
 * @returns {Outcome}
 */
export function readPlaywrightReport(file) {
  const report = read(file);
  if (report === null) return { passed: 0, failed: 0, faults: [] };
  const { expected, unexpected, flaky } = report.stats;
  const specs = report.suites.flatMap(specsOf).filter(({ ok }) => !ok);
  const faults = specs.map(({ title, tests }) => {
    const results = tests.flatMap(({ results }) => results);
    const messages = results.flatMap(({ errors }) => errors).map(({ message }) => message);
    return fault(title, messages.join('\n'));
  });
  return { passed: expected, failed: unexpected + flaky, faults };
}

/** The tests of a file of Playwright's, and of the groups in it. */
function specsOf({ specs, suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/**
 * @param {string} name
 * @param {string} [message]
 */
function fault(name, message) {
  const lines = stripVTControlCharacters(message || 'It says nothing.')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [name, ...lines.slice(0, linesOfFault).map((line) => `  ${line}`)].join('\n');
}

/**
 * A fault's name and the first lines of what it said: the one that was waited for stands in the third.
 * @param {string} fault
 */
export function inOneLine(fault) {
  const [name = '', ...said] = fault.split('\n').map((line) => line.trim());
  return `✘ ${name}: ${said.slice(0, 3).join(' ')}`;
}

/**
 * The report, or null when the run ended before it wrote one.
 * @param {string} file
 */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
