import { expect, test } from 'vitest';
import { tally } from './test-results.mjs';

const passing = { fullName: 'it holds', status: 'passed' };
const failing = { fullName: 'it breaks', status: 'failed' };
const file = { name: '/x.test.ts', status: 'passed', message: '', assertionResults: [passing] };
const counts = { numPassedTests: 1, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };

test('[TS4] counts what passed, failed and was skipped', () => {
  expect(tally({ ...counts, testResults: [file] }, 'Unit tests', 0)).toEqual({
    passed: 1,
    failed: 0,
    skipped: 3,
    failures: [],
  });
  const broken = { ...file, status: 'failed', assertionResults: [passing, failing] };
  expect(tally({ ...counts, testResults: [broken] }, 'Unit tests', 1)).toMatchObject({
    failed: 1,
    failures: [expect.stringContaining('it breaks')],
  });
});

test('[TS4] counts a file that cannot be loaded, and a failure outside any test, as failed', () => {
  const unloadable = { ...file, status: 'failed', message: 'no such module\nat …', assertionResults: [] };
  expect(tally({ ...counts, testResults: [unloadable] }, 'Unit tests', 1)).toMatchObject({
    failed: 1,
    failures: [expect.stringContaining('no such module')],
  });
  expect(tally({ ...counts, testResults: [file] }, 'Unit tests', 1)).toMatchObject({
    failed: 1,
    failures: ['Unit tests: ended with 1, see its output'],
  });
});
