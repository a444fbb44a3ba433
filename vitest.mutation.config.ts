/** The tests that mutants are run against: those of the rules and the engine, in one thread, the likeliest to fail first. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from './vitest.config.js';

/** A mutant is done with at its first failure. */
const FIRST = ['tests/engine/', 'tests/rules/', 'tests/settings/', 'tests/'];

class LikeliestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => FIRST.findIndex((folder) => moduleId.includes(folder));
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1)));
  }
}

const { projects: _, ...shared } = base.test ?? {};

export default defineConfig({
  ...base,
  test: {
    ...shared,
    // The other tests of hard inputs, those of the catalogue, of the command and of hosts run the same code at length, and show less of it.
    include: ['tests/{engine,rules,settings}/**/*.test.ts', 'tests/robustness/{nesting,patterns}.test.ts', 'tests/{conventions,examples,presets}.test.ts', 'tests/accuracy/*.test.ts'],
    setupFiles: ['tests/setup.ts', 'tests/mutation.ts'],
    isolate: false,
    sequence: { sequencer: LikeliestFirst },
  },
});
