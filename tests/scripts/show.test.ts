import { expect, it } from 'vitest';
import { shown, tally, wrap } from '../../scripts/lib/show.mjs';

const finding = { file: 'src/a.ts', path: 'examples/x/src/a.ts', source: 'await go();\n', rule: 'no-x', messageId: 'x', message: 'Do not go.', line: 1, column: 7, endLine: 1, endColumn: 11 };

it('shows where, what and the code', () => {
  expect(shown(finding)).toBe(['examples/x/src/a.ts:1:7  no-x', 'Do not go.', '', '> 1 | await go();', '    |       ^^^^', '  2 |'].join('\n'));
});

it('counts by rule, most often first', () => {
  expect(tally([{ ...finding, rule: 'a' }, finding, finding])).toBe('    2  no-x\n    1  a');
});

it('wraps at spaces, and leaves a long word and code whole', () => {
  expect(wrap('one two three', 7)).toBe('one two\nthree');
  expect(wrap('one extraordinary', 7)).toBe('one\nextraordinary');
  expect(wrap('use `a: 1 }`, or', 7)).toBe('use\n`a: 1 }`,\nor');
});
