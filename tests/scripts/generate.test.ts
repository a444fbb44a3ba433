import type { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import type { Library } from '#catalog';
import { catalogTables } from '../../scripts/generate/catalog.mjs';
import { firstDifference } from '../../scripts/generate/difference.mjs';
import { oxlintPresets } from '../../scripts/generate/oxlint.mjs';
import { readmeTable } from '../../scripts/generate/readme.mjs';
import { ruleHeaders } from '../../scripts/generate/rule-headers.mjs';
import built from '../../src/plugin/index.js';
import { PRESETS } from '../../src/plugin/presets.js';

const plugin: ESLint.Plugin = {
  rules: {
    'no-x': { meta: { docs: { description: 'Disallow x | y', category: 'security', preset: 'strict' } as object, hasSuggestions: true, fixable: 'code' }, create: () => ({}) },
    'a-rule': { meta: { docs: { description: 'Require a', category: 'quality', preset: 'recommended' } as object }, create: () => ({}) },
  },
};

describe('the table of rules', () => {
  it('stands between its marks, in the order of the names, with what each rule says of itself', () => {
    const readme = 'Before\n<!-- begin generated rules -->\nold\n<!-- end generated rules -->\nAfter\n';
    expect(readmeTable(plugin, () => readme)).toEqual([[
      'README.md',
      [
        'Before',
        '<!-- begin generated rules -->',
        '',
        '| Rule | What it does | Focus | Preset |  |',
        '| --- | --- | --- | --- | --- |',
        '| [`a-rule`](docs/rules/a-rule.md) | Require a | quality | recommended |  |',
        '| [`no-x`](docs/rules/no-x.md) | Disallow x \\| y | security | strict | 🔧💡 |',
        '',
        '<!-- end generated rules -->',
        'After',
        '',
      ].join('\n'),
    ]]);
  });

  it('needs its marks', () => {
    expect(() => readmeTable(plugin, () => 'no marks')).toThrow('README.md needs the lines <!-- begin generated rules -->');
  });
});

describe('the presets for oxlint', () => {
  it('are files of the names of the flat configs, with their rules', () => {
    const files = oxlintPresets(built);
    expect(files.map(([path]) => path)).toEqual(PRESETS.map((preset) => `oxlint/${preset}.json`));
    for (const [index, preset] of PRESETS.entries()) expect(JSON.parse(files[index]?.[1] ?? '')).toEqual({ jsPlugins: [built.meta.name], rules: built.configs[preset].rules });
  });
});

describe('the head of a page', () => {
  const headed = '# backend-patterns/a-rule\n\nRequire a.\n\nquality · in the `recommended` preset\n\n<!-- end generated header -->\n\nWhy.\n';
  const headOf = (page: string) => ruleHeaders(plugin, () => page)[0];

  it('is put before a page that has none, and replaced in one that has', () => {
    expect(headOf('Why.\n')).toEqual(['docs/rules/a-rule.md', headed]);
    expect(headOf('# old\n\n<!-- end generated header -->\n\nWhy.\n')).toEqual(['docs/rules/a-rule.md', headed]);
    expect(headOf(headed)).toEqual(['docs/rules/a-rule.md', headed]);
  });
});

describe('the tables of the catalogue', () => {
  const page = '<!-- begin generated catalogue -->\n<!-- end generated catalogue -->\n';
  const rowsOf = (libraries: readonly Library[]) => (catalogTables(undefined, () => page, libraries)[0]?.[1] ?? '').split('\n').filter((line) => /^(?:##|\| (?!---|Library))/.test(line));
  const base = { exports: {}, types: {} };

  it('count what a database reads and writes, once a name, and give its remedies', () => {
    const query = (access: 'read' | 'write' | 'sql') => ({ query: { access, rows: 'many' } }) as const;
    const library: Library = {
      ...base,
      name: 'Base',
      kind: 'database',
      packages: ['base', 'base/promise', '@nestjs/base'],
      versions: '1 to 2',
      types: { Client: { members: { find: query('read'), raw: query('sql') }, call: query('read') }, Model: { members: { find: query('read'), save: query('write') } } },
      remedy: { read: 'join', write: 'use `a | b`' },
    };
    expect(rowsOf([library])).toEqual(['## Databases', '| Base | `base`, `@nestjs/base` | 1 to 2 | 2 | 1 | 1 | join | use `a \\| b` |  |']);
  });

  it('sort libraries by name, and put those of one name into one row', () => {
    const helper = (name: string, packages: string[], member: string): Library => ({ ...base, name, kind: 'utility', packages, exports: { [member]: { callbacks: [{ at: 1, runs: 'each' }] } } });
    expect(rowsOf([helper('b', ['b'], 'map'), helper('a', ['a'], 'each'), helper('b', ['b/map'], 'default')])).toEqual([
      '## Helpers',
      '| a | `a` |  | calls back once per element: `each` |',
      '| b | `b` |  | calls back once per element: `map`; calls back once per element: itself |',
    ]);
  });

  it('name eight things and count the rest', () => {
    const names = Array.from({ length: 10 }, (_, index) => `parse${index}`);
    const library: Library = { ...base, name: 'v', kind: 'validation', packages: ['v'], exports: Object.fromEntries(names.map((name) => [name, { parses: { input: [0] } }])) };
    expect(rowsOf([library])[1]).toContain('`parse7`, and 2 more |');
  });

  it('state the least cost of a hash, each digest once', () => {
    const bound = { at: [2], least: { by: [4], values: { sha512: 5, SHA512: 5, 'SHA-1': 9 } }, unit: 'iterations', source: '' } as const;
    const library: Library = { ...base, name: 'h', kind: 'hashing', packages: ['h'], exports: { pbkdf2: { hash: { input: [0], cost: [bound] } } } };
    expect(rowsOf([library])[1]).toBe('| h | `h` |  | `pbkdf2` | 5 (SHA512), 9 (SHA1) iterations |  |');
  });

  it('say how a handler is known', () => {
    const library: Library = { ...base, name: 'f', kind: 'framework', packages: ['f'], exports: { Get: { decorates: { as: 'route', method: 'get' } } }, routeFiles: [], handlers: { route: { params: [], returnsBody: true, layer: 'controller' } } };
    expect(rowsOf([library])[1]).toBe('| f | `f` |  | decorators, files and their exports | `route` | its result |');
  });
});

it('shows the first line that differs', () => {
  expect(firstDifference('a\nb\n', 'a\nb\n')).toBeUndefined();
  expect(firstDifference('a\nb\n', 'a\nc\n')).toBe('2\n  - b\n  + c');
  expect(firstDifference('a\n', 'a')).toBe('2\n  - \n  + (end of file)');
});
