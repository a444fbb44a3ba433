/** Everything that must hold before a change goes in. Goes on after a failure; the last line says `N passed, N failed`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packOf } from './lib/pack.mjs';
import { run } from './lib/run.mjs';

/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport */

const scratch = mkdtempSync(join(tmpdir(), 'backend-patterns-'));
/** @type {string[]} */
const failures = [];
let passed = 0;
let failed = 0;

check('build', () => run('npm run --silent build'));
check('types', () => run('npm run --silent typecheck'));
check('lint', () => run('npm run --silent lint'));
tests();
check('generated files', () => run('node scripts/generate.mjs --check'));
const tarball = packOf(scratch);
check('publint', () => tarball !== undefined && run('npx publint run --strict', [tarball]));
check('types of the package', () => tarball !== undefined && run('npx attw --profile esm-only', [tarball]));
rmSync(scratch, { recursive: true });

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * @param {string} name
 * @param {() => boolean} holds
 */
function check(name, holds) {
  console.log(`\n== ${name}`);
  count(name, holds());
}

/**
 * @param {string} name
 * @param {boolean} holds
 */
function count(name, holds) {
  if (holds) passed++;
  else {
    failed++;
    failures.push(name);
  }
}

/** Each test counts; so does a test file that cannot be loaded. */
function tests() {
  console.log('\n== tests');
  const file = join(scratch, 'vitest.json');
  const green = run(`npx vitest run --coverage --reporter=default --reporter=json`, [`--outputFile.json=${file}`]);
  const report = readReport(file);
  if (report === undefined) {
    count('tests', false);
    return;
  }
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  passed += report.numPassedTests;
  failed += report.numFailedTests + unloaded;
  if (report.numFailedTests + unloaded > 0) failures.push('tests');
  // Tests that all pass in a run that fails: an error came from outside any test, or too little of the source was run.
  else count('coverage, and no stray errors', green);
}

/** @param {string} file */
function readReport(file) {
  try {
    return /** @type {VitestReport} */ (JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
