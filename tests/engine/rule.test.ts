/** The adapter between rules and ESLint, and the catalogue under settings. */
import * as parser from '@typescript-eslint/parser';
import { type ESLint, Linter } from 'eslint';
import { afterEach, describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { createRule, type Problem } from '../../src/engine/rule/createRule.js';
import type { File } from '../../src/engine/rule/file.js';
import { settingsLibraries } from '../../src/engine/rule/settings.js';
import { Catalogue, exportOf, memberOf, typeField, typeOf } from '../../src/engine/match/catalogue.js';
import { slotValue } from '../../src/engine/match/slots.js';
import { isCall } from '../../src/engine/syntax/ast.js';
import plugin from '../../src/plugin/index.js';

/** What ESLint says of `a(); b();` by a rule with this check. */
function said(check: (file: File, options: { readonly word: string }) => Iterable<Problem<'found' | 'fix'>>, options: object = {}): string[] {
  const rule = createRule<'found' | 'fix', { readonly word: string }>({
    name: 'example',
    meta: { type: 'problem', docs: { description: 'An example', category: 'quality', preset: 'strict' }, hasSuggestions: true, messages: { found: 'Found {{ word }}.', fix: 'Take it out.' }, schema: { word: { type: 'string' } } },
    defaultOptions: { word: 'nothing' },
    check,
  });
  const messages = new Linter({ configType: 'flat' }).verify('a(); b();', [{ files: ['**/*.ts'], languageOptions: { parser }, plugins: { own: { rules: { example: rule } } }, rules: { 'own/example': ['error', options] } }], { filename: 'example.ts' });
  return messages.map(({ column, message, suggestions }) => `${String(column)} ${message}${(suggestions ?? []).map((each) => ` ${each.desc}`).join('')}`);
}

describe('a rule', () => {
  const before = process.env.BACKEND_PATTERNS_DEBUG;
  afterEach(() => {
    process.env.BACKEND_PATTERNS_DEBUG = before;
  });

  it('reports in source order, a site once, with options and suggestions', () => {
    const check = (file: File, { word }: { readonly word: string }) => {
      const [first, second] = file.module.bindings.calls;
      if (!first || !second) throw new Error('Two calls were expected.');
      return [
        { node: second, messageId: 'found' as const, data: { word }, suggest: [{ messageId: 'fix' as const, edits: [{ start: 0, end: 1, text: '' }] }] },
        { node: first, messageId: 'found' as const, data: { word } },
        { node: first, messageId: 'found' as const, data: { word } },
      ];
    };
    expect(said(check)).toEqual(['1 Found nothing.', '6 Found nothing. Take it out.']);
    expect(said(check, { word: 'it' })).toEqual(['1 Found it.', '6 Found it. Take it out.']);
  });

  it('that breaks down costs its own findings, and says why to whoever asks', () => {
    const check = (): never => {
      throw new Error('A fault of our own');
    };
    process.env.BACKEND_PATTERNS_DEBUG = '1';
    expect(() => said(check)).toThrow('A fault of our own');
    process.env.BACKEND_PATTERNS_DEBUG = '';
    expect(said(check)).toEqual([]);
  });

  it('is asked once of a text that stands, and anew with other options or another text', () => {
    const asked: string[] = [];
    const rule = createRule<'found', { readonly word: string }>({
      name: 'example',
      meta: { type: 'problem', docs: { description: 'An example', category: 'quality', preset: 'strict' }, messages: { found: 'Found.' }, schema: { word: { type: 'string' } } },
      defaultOptions: { word: 'nothing' },
      check: ({ module }, { word }) => {
        asked.push(`${module.text} ${word}`);
        return module.bindings.calls.map((node) => ({ node, messageId: 'found' as const }));
      },
    });
    const linter = new Linter({ configType: 'flat' });
    const found = (text: string, word: string): number => linter.verify(text, [{ files: ['**/*.ts'], languageOptions: { parser }, plugins: { own: { rules: { example: rule } } }, rules: { 'own/example': ['error', { word }] } }], { filename: 'asked.ts' }).length;
    expect([found('a();', 'it'), found('a();', 'it'), found('a();', 'that'), found('a(); b();', 'that'), found('a(); b();', 'that')]).toEqual([1, 1, 1, 2, 2]);
    expect(asked).toEqual(['a(); it', 'a(); that', 'a(); b(); that']);
  });

  it('leaves files of other languages alone, whatever their trees look like', () => {
    const ast = { type: 'StyleSheet', children: [] };
    const css: NonNullable<ESLint.Plugin['languages']>[string] = {
      fileType: 'text',
      lineStart: 1,
      columnStart: 1,
      nodeTypeKey: 'type',
      validateLanguageOptions: () => undefined,
      parse: () => ({ ok: true, ast }),
      createSourceCode: ({ body }) => ({ text: body as string, ast, getLoc: () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }), getRange: () => [0, 0], traverse: () => [] }),
    };
    const config = [{ files: ['**/*.css'], plugins: { css: { languages: { css } } }, language: 'css/css' }, { files: ['**/*.css'], ...plugin.configs.all }];
    expect(new Linter({ configType: 'flat' }).verify('a { color: red }', config, { filename: 'a.css' })).toEqual([]);
  });
});

describe('the catalogue', () => {
  const [own, other] = settingsLibraries({ databaseClients: [{ module: '@prisma/client', name: 'db', read: ['get'] }, { module: '@prisma/client', name: 'audit', write: ['log'] }] });
  const added = [own, other].filter((each) => each !== undefined);

  it('puts what settings say of a package before what it knows itself', () => {
    expect(new Catalogue().byPackage('@prisma/client')?.name).toBe('Prisma');
    expect(new Catalogue(added).byPackage('@prisma/client')?.name).toBe('db');
  });

  it('takes the first of two clients that go by one name', () => {
    const [first, second] = settingsLibraries({ databaseClients: [{ name: 'db', read: ['get'] }, { name: 'db', read: ['load'] }] });
    const catalogue = new Catalogue([first, second].filter((each) => each !== undefined));
    expect(catalogue.global('db')?.library).toBe(first);
  });

  it('finds a package by its name, a part of it, and with the prefix of Node', () => {
    const catalogue = new Catalogue();
    expect(catalogue.byPackage('node:crypto')).toBe(catalogue.byPackage('crypto'));
    expect(catalogue.byPackage('crypto')?.kind).toBe('hashing');
    expect(catalogue.byPackage('drizzle-orm/node-postgres')?.name).toBe('Drizzle');
    expect(catalogue.byPackage('nobody-knows-it')).toBeUndefined();
  });

  it('finds members by their name, by a pattern, by inheritance, or not at all', () => {
    const sequelize = new Catalogue().byPackage('sequelize');
    if (!sequelize) throw new Error('Sequelize is missing.');
    expect(memberOf(sequelize, 'Instance', 'getOrders')?.query?.access).toBe('read');
    expect(memberOf(sequelize, 'Instance', 'addOrder')?.query?.access).toBe('write');
    expect(memberOf(sequelize, 'Instance', 'greet')).toBeUndefined();
    expect(memberOf(sequelize, 'Gone', 'greet')).toBeUndefined();
    expect(typeOf(sequelize, 'toString')).toBeUndefined();
    expect(typeField(sequelize, 'Instance', 'entity')).toBe(true);
    expect(typeField(sequelize, 'Instance', 'lazy')).toBeUndefined();
  });

  it('reads exports through the default of a package', () => {
    const mongoose = new Catalogue().byPackage('mongoose');
    if (!mongoose) throw new Error('Mongoose is missing.');
    expect(exportOf(mongoose, 'default')).toBeDefined();
    expect(exportOf(mongoose, 'connection')).toBeDefined();
    expect(exportOf(mongoose, 'nothingOfTheKind')).toBeUndefined();
  });
});

describe('a slot', () => {
  const inSlot = (code: string, ...slot: [number, ...string[]]): string | undefined => {
    const { module } = ask(code);
    const call = module.bindings.calls.find((each) => isCall(each));
    const node = call && slotValue(call, slot);
    return node && module.text.slice(node.start, node.end);
  };

  it.each<[title: string, code: string, slot: [number, ...string[]], text: string | undefined]>([
    ['an argument', 'f(1, 2);', [1], '2'],
    ['the last argument', 'f(1, 2, 3);', [-1], '3'],
    ['no such argument', 'f(1);', [1], undefined],
    ['a property', 'f({ a: { b: 2 } });', [0, 'a', 'b'], '2'],
    ['a property under a cast', 'f({ a: 1 } as Options);', [0, 'a'], '1'],
    ['no such property', 'f({ b: 1 });', [0, 'a', 'c'], undefined],
    ['any property', 'f({ b: 1 });', [0, '*'], '1'],
    ['the first element', 'f([, 2]);', [0, '*'], '2'],
    ['a list of nothing', 'f([]);', [0, '*'], undefined],
    ['a property of what cannot be read', 'f(options);', [0, 'a'], undefined],
  ])('%s', (_title, code, slot, text) => {
    expect(inSlot(code, ...slot)).toBe(text);
  });
});
