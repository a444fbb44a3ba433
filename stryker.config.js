/** What Stryker does for `npm run mutation`; scripts/mutation.mjs adds which mutants. */

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['rules/**/*.ts', 'src/engine/**/*.ts'],
  testRunner: 'vitest',
  // Which tests run a mutant is known from the first run, so the graph of imports has nothing to add.
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', './scripts/lib/strykerPlugin.mjs'],
  coverageAnalysis: 'perTest',
  // What is made when a module is loaded are mostly patterns and sets of names: what the rules know. They are worth the wait.
  ignoreStatic: false,
  // The tests are run, not compiled.
  disableTypeChecks: false,
  ignorePatterns: ['dist', 'coverage', 'reports'],
  tempDirName: 'reports/mutation/sandbox',
  concurrency: 1,
  // A mutant that loops for ever is stopped by the number of its rounds. Time only has to catch the rest, and must not catch a busy machine.
  timeoutMS: 20_000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 60,
  reporters: ['progress-append-only', 'unnoticed', 'html', 'json'],
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  thresholds: { high: 90, low: 85, break: null },
};
