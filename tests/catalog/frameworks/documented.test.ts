import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { web, webTypes } from '../../../src/catalog/frameworks/web.js';
import type { Library } from '../../../src/catalog/vocabulary.js';
import { documented } from './documented.js';

const root = '../../../';
const read = async <T>(folder: string): Promise<T[]> =>
  Promise.all(readdirSync(new URL(`${root}${folder}`, import.meta.url)).filter((name) => name.endsWith('.ts')).map((name) => import(`${root}${folder}/${name}`) as Promise<T>));
const isLibrary = (value: unknown): value is Library => typeof value === 'object' && value !== null && 'packages' in value;

describe('a library that is not installed', () => {
  it.each(documented.map((one) => [one.library.name, one] as const))('%s: names only what is documented', (_name, { library, exports, types }) => {
    const unknown = Object.keys(library.exports).filter((name) => !exports.split(' ').includes(name));
    for (const [type, { members = {} }] of Object.entries(library.types)) {
      if (Object.hasOwn(webTypes, type)) continue;
      unknown.push(...Object.keys(members).filter((name) => !types[type]?.split(' ').includes(name)).map((name) => `${type}.${name}`));
    }
    expect(unknown).toEqual([]);
  });
});

it('checks every framework, hash, schema library and helper against its declarations or its documentation', async () => {
  const mappings = await read<{ default: { library: Library } }>('tests/catalog/declarations');
  const checked = new Set([...mappings.map((mapping) => mapping.default.library), ...documented.map(({ library }) => library), web]);
  const modules = await Promise.all(['frameworks', 'hashing', 'validation', 'utility', 'other'].map((folder) => read<Record<string, unknown>>(`src/catalog/${folder}`)));
  const libraries = modules.flat().flatMap((module) => Object.values(module).filter(isLibrary));
  expect(libraries.filter((library) => !checked.has(library)).map(({ name }) => name)).toEqual([]);
});

it('resolves every type that a library of the web mentions', async () => {
  const modules = await Promise.all(['frameworks', 'hashing', 'validation', 'utility', 'other'].map((folder) => read<Record<string, unknown>>(`src/catalog/${folder}`)));
  const missing: string[] = [];
  for (const library of modules.flat().flatMap((module) => Object.values(module).filter(isLibrary))) {
    const { exports, globals = {}, handlers = {}, types } = library;
    const members = [...Object.values(exports), ...Object.values(globals), ...Object.values(types).flatMap(({ members: own = {}, call, construct, any }) => [...Object.values(own), call, construct, any])].filter((member) => member !== undefined);
    const mentioned = [
      ...members.flatMap((member) => [member.of === undefined ? member.type : undefined, member.returns, member.constructs, ...(member.callbacks ?? []).flatMap(({ params = [] }) => params)]),
      ...Object.values(handlers).flatMap(({ params, errorParams = [] }) => [...params, ...errorParams]),
      ...Object.values(types).map((shape) => shape.extends),
    ];
    for (const name of mentioned) if (name !== undefined && !['this', 'unknown', 'error', 'element', 'row', 'rows'].includes(name) && !Object.hasOwn(types, name.replace(/\[\]$/, ''))) missing.push(`${library.name}: ${name}`);
    for (const { route } of members) {
      const shape = route?.shape ?? 'route';
      if (route && !Object.hasOwn(handlers, shape)) missing.push(`${library.name}: handlers.${shape}`);
      if (route?.middlewareSlots && !Object.hasOwn(handlers, 'middleware')) missing.push(`${library.name}: handlers.middleware`);
    }
    for (const { shape } of [...(library.handlerNames ?? []), ...(library.routeFiles ?? [])]) if (!Object.hasOwn(handlers, shape)) missing.push(`${library.name}: handlers.${shape}`);
  }
  expect(missing).toEqual([]);
});
