/** A set-up of the runs of mutants: files share one thread, and what each covers is told when it ends, so nothing is to be told again with the next. */
import { beforeAll } from 'vitest';

declare global {
  var __stryker__: { mutantCoverage?: { perTest: Record<string, unknown> } } | undefined;
}

beforeAll(() => {
  const covered = globalThis.__stryker__?.mutantCoverage;
  if (covered) covered.perTest = {};
});
