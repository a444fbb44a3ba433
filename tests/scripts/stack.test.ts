import { describe, expect, it } from 'vitest';
import { scratch } from '#kit';
import { stackTable } from '../../scripts/lib/accuracy-report.mjs';
import type { Label } from '../../scripts/lib/score.mjs';
import { stackOf } from '../../scripts/lib/stack.mjs';

describe('the stack of a project', () => {
  it.each([
    ['a framework and an ORM', { 'package.json': '{ "dependencies": { "express": "5", "mongoose": "8", "lodash": "4" } }' }, 'Express, Mongoose'],
    ['an ORM without its driver', { 'package.json': '{ "dependencies": { "koa": "3", "sequelize": "6", "pg": "8" } }' }, 'Koa, Sequelize'],
    ['a framework without its parts', { 'package.json': '{ "dependencies": { "koa": "3", "@koa/router": "15" } }' }, 'Koa'],
    ['a driver alone', { 'package.json': '{ "dependencies": { "koa": "3", "pg": "8" } }' }, 'Koa, pg'],
    ['the packages of a monorepo', { 'package.json': '{}', 'apps/api/package.json': '{ "dependencies": { "hono": "4" } }', 'packages/db/package.json': '{ "dependencies": { "drizzle-orm": "1" } }' }, 'Hono, Drizzle'],
    ['what only tests use', { 'package.json': '{ "devDependencies": { "express": "5" } }' }, 'unknown'],
    ['a fixture that is no JSON', { 'package.json': '{ "dependencies": { "koa": "3" } }', 'fixtures/package.json': '{' }, 'Koa'],
    ['nothing', {}, 'unknown'],
  ] satisfies [string, Record<string, string>, string][])('%s', (_title, files, stack) => {
    expect(stackOf(scratch(files))).toBe(stack);
  });
});

describe('the table of rules and stacks', () => {
  const label: Label = { file: 'a.ts', line: 1, rule: 'no-x', kind: 'x', verdict: 'tp' };
  const score = (found: Label[], missed: Label[]) => ({ found, missed, falseAlarms: [], debatable: 0, careless: [] });

  it('adds the repositories of a stack up, and leaves out where nothing was labelled', () => {
    const repositories = [
      { repo: 'a/a', stack: 'Koa', scores: new Map([['no-x', score([label], [])], ['no-y', score([], [])]]) },
      { repo: 'b/b', stack: 'Koa', scores: new Map([['no-x', score([], [label])]]) },
      { repo: 'c/c', stack: 'Hono', scores: new Map([['no-y', score([label], [])]]) },
    ];
    expect(stackTable(repositories, ['no-x', 'no-y']).slice(1).map((cells) => cells.slice(0, 4))).toEqual([
      ['no-x: Koa', '1', '0', '1'],
      ['no-y: Hono', '1', '0', '0'],
    ]);
  });
});
