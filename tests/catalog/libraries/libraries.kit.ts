/** What the cases of single libraries share: the core rules, and code whose lines say what is expected of them. */
import { describe, expect, it } from 'vitest';
import { judge } from '#kit';

const CORE = ['no-n-plus-one', 'require-pagination-cap', 'no-db-in-controller', 'no-raw-error-response', 'no-unhashed-password', 'require-transaction', 'no-outer-client-in-transaction', 'no-mass-assignment', 'no-unsafe-raw-query'];

interface Settings {
  /** Where the code of a case stands. */
  readonly file?: string;
  /** Further files of each case. */
  readonly files?: Readonly<Record<string, string>>;
  /** What stands in front of each case's code. */
  readonly head?: string;
  readonly rules?: readonly string[];
}

/** Named cases, each some code in which `// expect: rule/messageId` marks what the core rules report; whatever has no mark is left alone. */
export function cases(library: string, { file = 'src/file.ts', files = {}, head = '', rules = CORE }: Settings, codes: Readonly<Record<string, string>>): void {
  describe(library, () => {
    it.each(Object.entries(codes))('%s', (_name, code) => {
      const { found, expected } = judge({ ...files, [file]: `${head}\n${code}` }, { rules: Object.fromEntries(rules.map((name) => [name, {}])) });
      expect(found).toEqual(expected);
    });
  });
}
