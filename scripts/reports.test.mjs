import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inOneLine, readPlaywrightReport, readVitestReport } from './reports.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serene-reports-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function reportFile(report) {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe('the outcome of a run', () => {
  it('counts what vitest counted, and says what failed', () => {
    const failed = {
      status: 'failed',
      fullName: 'a slot is free',
      failureMessages: ['expected \u001b[31m1\u001b[39m\n\nto be 2'],
    };
    const testResults = [
      { status: 'failed', assertionResults: [failed, { status: 'passed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];

    expect(readVitestReport(reportFile({ numPassedTests: 12, numFailedTests: 1, testResults }))).toEqual({
      passed: 12,
      failed: 1,
      faults: ['a slot is free\n  expected 1\n  to be 2'],
    });
  });

  it('counts a test file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', name: 'slots.test.ts', message: 'No such module', assertionResults: [] }];

    expect(readVitestReport(reportFile({ numPassedTests: 3, numFailedTests: 0, testResults }))).toEqual({
      passed: 3,
      failed: 1,
      faults: ['slots.test.ts\n  No such module'],
    });
  });

  it('counts a test file with a hook that failed as a failure, and names it', () => {
    const skipped = { status: 'skipped', fullName: 'a slot is free', failureMessages: [] };
    const testResults = [{ status: 'failed', name: 'slots.test.ts', message: '', assertionResults: [skipped] }];

    expect(readVitestReport(reportFile({ numPassedTests: 3, numFailedTests: 0, testResults }))).toEqual({
      passed: 3,
      failed: 1,
      faults: ['slots.test.ts\n  It says nothing.'],
    });
  });

  it('counts a flaky browser test as a failure', () => {
    const flaky = {
      ok: false,
      title: 'a customer pays',
      tests: [{ results: [{ errors: [{ message: 'Too late' }, { message: 'for the button' }] }, { errors: [] }] }],
    };
    const dies = { ok: false, title: 'the worker dies', tests: [{ results: [{ errors: [] }] }] };
    const suites = [
      { specs: [], suites: [{ specs: [flaky, { ok: true, title: 'a page', tests: [] }] }] },
      { specs: [dies] },
    ];
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 };

    expect(readPlaywrightReport(reportFile({ stats, suites }))).toEqual({
      passed: 5,
      failed: 2,
      faults: ['a customer pays\n  Too late\n  for the button', 'the worker dies\n  It says nothing.'],
    });
  });

  it('keeps the first lines of a long message', () => {
    const message = Array.from({ length: 50 }, (_, index) => `line ${index + 1}`).join('\n');
    const testResults = [{ status: 'failed', name: 'slots.test.ts', message, assertionResults: [] }];

    const { faults } = readVitestReport(reportFile({ numPassedTests: 3, numFailedTests: 0, testResults }));

    expect(faults[0]?.split('\n').at(-1)).toBe('  line 8');
  });

  it('has a short form, for a list', () => {
    expect(inOneLine('a slot is free\n  expected 1\n  to be 2')).toBe('✘ a slot is free: expected 1 to be 2');
  });

  it('is nothing when the run wrote no report', () => {
    expect(readVitestReport(join(folder, 'absent.json'))).toEqual({ passed: 0, failed: 0, faults: [] });
  });
});
