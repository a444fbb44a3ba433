import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importsOf, layerProblems } from './layers.js';

function sourcesIn(...folders: string[]): Map<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`));
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
}

/** The problems of a made-up project: texts by path. */
function problemsOf(files: Record<string, string>): string[] {
  return layerProblems(new Map(Object.entries(files)));
}

it('keeps its layers', () => {
  const sources = sourcesIn('src', 'rules');
  expect(sources.size).toBeGreaterThan(10);
  expect(layerProblems(sources)).toEqual([]);
});

describe('the check of the layers', () => {
  it('lets imports go down', () => {
    expect(problemsOf({
      'src/catalog/index.ts': `export * from './databases/prisma.js';`,
      'src/catalog/databases/prisma.ts': ``,
      'src/engine/syntax/walk.ts': `import type { TSESTree } from '@typescript-eslint/utils';`,
      'src/engine/modules/parse.ts': `import { parseSync } from 'oxc-parser'; import { readFileSync } from 'node:fs'; import { walk } from '../syntax/walk.js';`,
      'src/engine/match/query.ts': `import { libraries } from '#catalog'; import { parse } from '../modules/parse.js';`,
      'src/engine/rule/create.ts': `import { query } from '../match/query.js'; import type { Rule } from 'eslint';`,
      'src/engine/index.ts': `export { createRule } from './rule/create.js';`,
      'rules/no-x.ts': `import { createRule, type Query } from '#engine';`,
      'src/plugin/index.ts': `import noX from '../../rules/no-x.js'; import { settings } from '#engine'; import type { ESLint } from 'eslint';`,
      'src/cli/index.ts': `import plugin from '../plugin/index.js'; import { ESLint } from 'eslint';`,
      'src/cli/data.ts': ``,
      'src/report/page.tsx': `import type { Data } from '../cli/data.js'; import { useState } from 'preact/hooks'; import { List } from './list.js';`,
      'src/report/list.tsx': `import { words } from './words.js';`,
      'src/report/words.ts': ``,
    })).toEqual([]);
  });

  const target = {
    'src/catalog/index.ts': '',
    'src/engine/index.ts': '',
    'src/engine/syntax/walk.ts': '',
    'src/engine/flow/trace.ts': '',
    'src/plugin/index.ts': '',
    'src/cli/analysis.ts': '',
    'src/report/words.ts': '',
    'rules/no-y.ts': '',
  };
  it.each([
    ['a library in the catalogue', 'src/catalog/a.ts', 'oxc-parser'],
    ['a Node module in the catalogue', 'src/catalog/a.ts', 'node:fs'],
    ['the engine in the catalogue', 'src/catalog/a.ts', '../engine/syntax/walk.js'],
    ['a higher folder of the engine', 'src/engine/match/a.ts', '../flow/trace.js'],
    ['the vocabulary in a folder of the engine', 'src/engine/match/a.ts', '#engine'],
    ['the vocabulary by its path', 'src/engine/match/a.ts', '../index.js'],
    ['the catalogue below match', 'src/engine/modules/a.ts', '#catalog'],
    ['the catalogue by its path', 'src/engine/match/a.ts', '../../catalog/index.js'],
    ['a rule in the engine', 'src/engine/rule/a.ts', '../../../rules/no-y.js'],
    ['another rule in a rule', 'rules/no-x.ts', './no-y.js'],
    ['the inside of the engine in a rule', 'rules/no-x.ts', '../src/engine/syntax/walk.js'],
    ['the catalogue in a rule', 'rules/no-x.ts', '#catalog'],
    ['a package in a rule', 'rules/no-x.ts', '@typescript-eslint/utils'],
    ['the catalogue in the plugin', 'src/plugin/a.ts', '#catalog'],
    ['the engine in the command', 'src/cli/a.ts', '#engine'],
    ['a rule in the command', 'src/cli/a.ts', '../../rules/no-y.js'],
    ['the page of the report in the command', 'src/cli/a.ts', '../report/words.js'],
    ['what the command does in the page of the report', 'src/report/a.tsx', '../cli/analysis.js'],
    ['the plugin in the page of the report', 'src/report/a.tsx', '../plugin/index.js'],
    ['a Node module in the page of the report', 'src/report/a.tsx', 'node:fs'],
    ['a package that is not bundled in the page of the report', 'src/report/a.tsx', 'd3-array'],
    ['a package that users do not get', 'src/engine/syntax/a.ts', 'typescript'],
    ['ESLint outside the command', 'src/plugin/a.ts', 'eslint'],
    ['a file that is not there', 'src/engine/flow/a.ts', './gone.js'],
    ['anything from no layer', 'src/misc/a.ts', 'node:fs'],
  ])('refuses %s', (_, file, specifier) => {
    expect(problemsOf({ ...target, [file]: `import { x } from '${specifier}';` })).toEqual([
      expect.stringContaining(`${file} imports ${specifier}: `),
    ]);
  });

  it('refuses types from the wrong side as well', () => {
    expect(problemsOf({ ...target, 'rules/no-x.ts': `import type { Y } from './no-y.js';` })).toHaveLength(1);
    expect(problemsOf({ ...target, 'src/catalog/a.ts': `export type N = import('../engine/syntax/walk.js').N;` })).toHaveLength(1);
  });

  it('finds a cycle, and none where types point back', () => {
    const a = `import { b } from './b.js';`;
    const cyclic = { 'src/engine/flow/a.ts': a, 'src/engine/flow/b.ts': `export { c } from './c.js';`, 'src/engine/flow/c.ts': `await import('./a.js');` };
    expect(problemsOf(cyclic)).toEqual(['import cycle: src/engine/flow/a.ts → src/engine/flow/b.ts → src/engine/flow/c.ts → src/engine/flow/a.ts']);
    expect(problemsOf({ 'src/engine/flow/a.ts': a, 'src/engine/flow/b.ts': `import type { A } from './a.js';` })).toEqual([]);
  });

  it('reads every way to name a module', () => {
    const text = `
      import './side.js';
      import type { A } from './a.js';
      import { type B } from './b.js';
      export * from './c.js';
      export type { D } from './d.js';
      import e = require('./e.js');
      const f = () => import('./f.js');
      type G = import('./g.js').G;`;
    expect(importsOf('x.ts', text)).toEqual([
      { specifier: './side.js', typeOnly: false },
      { specifier: './a.js', typeOnly: true },
      // With `verbatimModuleSyntax`, the emitted file still loads the module.
      { specifier: './b.js', typeOnly: false },
      { specifier: './c.js', typeOnly: false },
      { specifier: './d.js', typeOnly: true },
      { specifier: './e.js', typeOnly: false },
      { specifier: './f.js', typeOnly: false },
      { specifier: './g.js', typeOnly: true },
    ]);
  });
});
