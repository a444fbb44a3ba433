import path from 'node:path';
import { expect, it } from 'vitest';
import { scratch } from '#kit';
import { Project } from '../../src/engine/modules/project.js';

/** The version of a package that a file's project asks for. */
function version(files: Readonly<Record<string, string>>, file: string, name: string): string | undefined {
  const root = scratch({ ...files, [file]: '' });
  const project = new Project(() => 0);
  const module = project.lint(path.join(root, file), '');
  return module && project.dependency(module, name);
}

it.each<[title: string, files: Record<string, string>, file: string, expected: string | undefined]>([
  ['is the one of the package around the file', { 'package.json': '{"dependencies":{"express":"^4.1.0"}}' }, 'src/a.ts', '^4.1.0'],
  ['may stand among what only developers need', { 'package.json': '{"devDependencies":{"express":"^4.1.0"}}' }, 'src/a.ts', '^4.1.0'],
  ['is the one to run with where it is named twice', { 'package.json': '{"dependencies":{"express":"^5.0.0"},"peerDependencies":{"express":">=4"}}' }, 'src/a.ts', '^5.0.0'],
  ['is the one of the nearest package', { 'package.json': '{"dependencies":{"express":"^4.1.0"}}', 'apps/api/package.json': '{"dependencies":{"express":"^5.0.0"}}' }, 'apps/api/src/a.ts', '^5.0.0'],
  ["is the workspace root's where the package has none", { 'package.json': '{"workspaces":["apps/*"],"dependencies":{"express":"^4.1.0"}}', 'apps/api/package.json': '{"name":"api"}' }, 'apps/api/src/a.ts', '^4.1.0'],
  ['is nothing where nobody names it', { 'package.json': '{"dependencies":{"koa":"^2.0.0"}}' }, 'src/a.ts', undefined],
  ['is nothing where the file cannot be read', { 'package.json': '{ broken' }, 'src/a.ts', undefined],
  ['is nothing where no text stands for it', { 'package.json': '{"dependencies":{"express":5}}' }, 'src/a.ts', undefined],
])('a version %s', (_title, files, file, expected) => {
  expect(version(files, file, 'express')).toBe(expected);
});
