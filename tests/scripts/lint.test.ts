import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ESLint } from 'eslint';
import { afterAll, expect, it } from 'vitest';
import { groupBy, sample } from '../../scripts/lib/collections.mjs';
import { chooseRules, lintFolder } from '../../scripts/lib/lint.mjs';

const folder = mkdtempSync(join(tmpdir(), 'backend-patterns-'));
afterAll(() => rmSync(folder, { recursive: true }));

const plugin: ESLint.Plugin = {
  rules: {
    'no-calls': { create: (context) => ({ CallExpression: (node) => context.report({ node, message: 'a call' }) }) },
    'no-names': {
      create: () => ({
        Identifier() {
          throw new Error('lost');
        },
      }),
    },
  },
};
const preset = { rules: { 'backend-patterns/no-calls': 'error', 'backend-patterns/no-names': 'error' } } as const;

it('goes on past files that do not parse and rules that throw, and past comments that switch rules off', async () => {
  writeFileSync(join(folder, 'a.ts'), '// eslint-disable-next-line\nrun(1 as number);\n');
  writeFileSync(join(folder, 'broken.js'), 'let let = ;\n');
  writeFileSync(join(folder, 'skipped.mjs'), 'run();\n');
  const { findings, broken, files } = await lintFolder({ cwd: folder, plugin, rules: chooseRules(preset), ignores: ['skipped.*'] });
  expect(files).toBe(2);
  expect(findings).toMatchObject([{ rule: 'no-calls', file: 'a.ts', line: 2, column: 1, message: 'a call' }]);
  expect(broken).toMatchObject([{ file: 'a.ts', reason: expect.stringContaining('no-names threw Error: lost') as string }, { file: 'broken.js', line: 1 }]);
});

it('chooses one rule by its name, with or without the prefix, and refuses a name that is none', () => {
  expect(chooseRules(preset, 'no-calls')).toEqual({ 'backend-patterns/no-calls': 'error' });
  expect(chooseRules(preset, 'backend-patterns/no-calls')).toEqual({ 'backend-patterns/no-calls': 'error' });
  expect(() => chooseRules(preset, 'no-such-rule')).toThrow('no-such-rule');
});

it('groups in the order of the keys, and samples the same items every time', () => {
  expect([...groupBy(['b1', 'a1', 'b2'], ([first = '']) => first)]).toEqual([['a', ['a1']], ['b', ['b1', 'b2']]]);
  const items = Array.from({ length: 50 }, (_, index) => index);
  expect(sample(items, 5)).toHaveLength(5);
  expect(sample(items, 5)).toEqual(sample(items, 5));
  expect(sample(items, Infinity)).toEqual(items);
});
