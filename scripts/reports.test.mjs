import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './reports.mjs';

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

describe('the sum of a run', () => {
  it('counts what vitest counted', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }];

    expect(readVitestReport(reportFile({ numPassedTests: 12, numFailedTests: 1, testResults }))).toEqual({
      passed: 12,
      failed: 1,
    });
  });

  it('counts a test file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];

    expect(readVitestReport(reportFile({ numPassedTests: 3, numFailedTests: 0, testResults }))).toEqual({
      passed: 3,
      failed: 1,
    });
  });

  it('counts a flaky browser test as a failure', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 };

    expect(readPlaywrightReport(reportFile({ stats }))).toEqual({ passed: 5, failed: 2 });
  });

  it('is nothing when the run wrote no report', () => {
    expect(readVitestReport(join(folder, 'absent.json'))).toEqual({ passed: 0, failed: 0 });
  });
});
