/** Which files may be part of a backend at all: told from what their project depends on, before anything is parsed. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintProject, scratch } from '#kit';
import { mayBeBackend } from '../../src/engine/facts/backend.js';
import { Catalogue } from '../../src/engine/match/catalogue.js';
import { Project } from '../../src/engine/modules/project.js';
import { settingsLibraries } from '../../src/engine/rule/settings.js';

const manifest = (dependencies: readonly string[], more: object = {}): string => JSON.stringify({ name: 'app', dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])), ...more });

/** What is said of one file of a project. */
function isAsked(files: Readonly<Record<string, string>>, name = 'src/a.ts', catalogue = new Catalogue(), followImports = true): boolean {
  const root = scratch({ [name]: '', ...files });
  const options = { followImports, depth: 10, files: 5_000, names: { hashFunctions: [], boundFunctions: [], errorSanitizers: [], iterationHelpers: [], asyncHandlers: [], responseMethods: [] } };
  return mayBeBackend({ catalogue, project: new Project(), options }, path.join(root, name), fs.readFileSync(path.join(root, name), 'utf8'));
}

describe('a file may be part of a backend', () => {
  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['where a framework is a dependency', { 'package.json': manifest(['react', 'express']) }],
    ['where a database is one', { 'package.json': manifest(['@prisma/client']) }],
    ['where it is one for development alone', { 'package.json': JSON.stringify({ name: 'app', devDependencies: { fastify: '5' } }) }],
    ['where a package of a scope is one', { 'package.json': manifest(['@nestjs/axios']) }],
    ['where a package is one that is imported by its parts', { 'package.json': manifest(['@adonisjs/core']) }],
    ['where nothing is declared', { 'package.json': '{ "name": "app" }' }],
    ['where the package.json cannot be read', { 'package.json': '{' }],
    ['where a folder further up declares it, as Node would look there', { 'package.json': manifest(['koa']), 'src/package.json': manifest(['react']) }],
    ['if it imports a module of Node that serves, whatever is declared', { 'package.json': manifest(['react']), 'src/a.ts': "import http from 'node:http';" }],
    ['if it imports a framework that is not declared', { 'package.json': manifest(['react']), 'src/a.ts': "const express = require('express');" }],
  ])('%s', (_title, files) => {
    expect(isAsked(files)).toBe(true);
  });

  it.each<readonly [string, readonly string[]]>([
    ['of a front end', ['react', 'react-dom', 'react-router', 'axios', 'zod', 'graphql', '@apollo/client', 'crypto-js']],
    ['of a library of helpers', ['lodash', 'lru-cache', 'uuid']],
  ])('and is none %s', (_title, dependencies) => {
    expect(isAsked({ 'package.json': manifest(dependencies), 'src/a.ts': "import { useState } from 'react';" })).toBe(false);
  });

  it('and is none by what it imports of its own files, though a framework has modules of such names', () => {
    expect(isAsked({ 'package.json': manifest(['react']), 'src/a.ts': "import { b } from './b';\nimport { c } from '../c';" })).toBe(false);
  });

  it('if another file of its package imports one that is not declared, where imports are followed', () => {
    const files = { 'package.json': manifest(['react']), 'src/a.ts': '', 'src/b.ts': "import { PrismaClient } from '@prisma/client';" };
    expect(isAsked(files)).toBe(true);
    expect(isAsked(files, 'src/a.ts', new Catalogue(), false)).toBe(false);
    expect(isAsked({ ...files, 'src/b.ts': '', 'other/package.json': manifest(['react']), 'other/b.ts': files['src/b.ts'] }, 'other/a.ts')).toBe(true);
  });

  it('where settings describe a client of the project', () => {
    const catalogue = new Catalogue(settingsLibraries({ databaseClients: [{ module: '@acme/db', read: ['fetch'] }] }));
    expect(isAsked({ 'package.json': manifest(['react']) }, 'src/a.ts', catalogue)).toBe(true);
  });
});

describe('of a workspace', () => {
  const workspace = {
    'package.json': JSON.stringify({ name: 'root', workspaces: ['apps/*', 'packages/*'], devDependencies: { typescript: '*' } }),
    'apps/api/package.json': manifest(['fastify', '@acme/errors'], { name: '@acme/api' }),
    'apps/web/package.json': manifest(['react', '@acme/ui'], { name: '@acme/web' }),
    'apps/admin/package.json': manifest(['react', '@acme/data'], { name: '@acme/admin' }),
    'packages/errors/package.json': manifest(['tslib', '@acme/texts'], { name: '@acme/errors' }),
    'packages/texts/package.json': manifest(['tslib'], { name: '@acme/texts' }),
    'packages/ui/package.json': manifest(['react'], { name: '@acme/ui' }),
    'packages/data/package.json': manifest(['@acme/store'], { name: '@acme/data' }),
    'packages/store/package.json': manifest(['pg', '@acme/data'], { name: '@acme/store' }),
  };
  it.each([
    ['apps/api', true, 'the server'],
    ['packages/errors', true, 'a package that the server depends on'],
    ['packages/texts', true, 'a package that one depends on which the server depends on'],
    ['apps/admin', true, 'an app that depends on a package with a database'],
    ['apps/web', false, 'the front end'],
    ['packages/ui', false, 'a package of the front end'],
  ])('%s: %s, as %s', (folder, expected) => {
    expect(isAsked(workspace, `${folder}/src/a.ts`)).toBe(expected);
  });
});

it('no rule says anything of a front end, and the same file is looked at where a backend is', () => {
  const code = { 'src/log.ts': 'export const login = (password: string) => { console.log(password); };' };
  const rules = { 'no-sensitive-data-in-log': {} };
  expect(lintProject({ ...code, 'package.json': manifest(['react']) }, { rules })).toEqual([]);
  expect(lintProject({ ...code, 'package.json': manifest(['express']) }, { rules })).toHaveLength(1);
});
