/** What no type can say of the catalogue's data: that the names in it lead somewhere. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { libraries as listed } from '../../src/catalog/index.js';
import type { Library, Member, Slot } from '../../src/catalog/vocabulary.js';
import { slotsOf } from './declared.js';

const FOLDERS = readdirSync(new URL('../../src/catalog/', import.meta.url), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
/** Names that stand for something else than a type of the library. */
const WORDS = new Set(['this', 'rows', 'row', 'error', 'element', 'unknown']);

const filed = (
  await Promise.all(FOLDERS.flatMap((folder) => filesOf(folder).map(async (file) => Object.values((await import(`../../src/catalog/${folder}/${file}`)) as Record<string, unknown>))))
).flat().filter(isLibrary);
const libraries = [...new Set([...listed, ...filed])];

describe('the catalogue', () => {
  it('lists every library once', () => {
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('claims no package twice', () => {
    const packages = repeated(libraries.flatMap((library) => library.packages));
    expect(packages, packages.join('\n')).toEqual([]);
  });

  it.each(libraries.map((library) => [library.name, library] as const))('%s leads somewhere', (_name, library) => {
    const problems = problemsOf(library);
    expect(problems, problems.join('\n')).toEqual([]);
  });
});

describe('a broken entry', () => {
  const base = { name: 'Example', kind: 'database', packages: ['example'], exports: {}, types: {}, remedy: { read: 'x', write: 'x' } } as const;

  it.each([
    ['a type that does not exist', { ...base, exports: { connect: { returns: 'Nowhere[]' } } }, 'connect: no type Nowhere'],
    ['a parameter of an unknown type', { ...base, types: { Db: { members: { run: { callbacks: [{ at: 0, params: ['Tx'], runs: 'now' }] } } } } }, 'Db.run: no type Tx'],
    ['a type of another library that does not exist', { ...base, adds: { express: { Nothing: { log: {} } } } }, 'adds: no type Nothing of express'],
    ['a parameter of an unknown type of another library', { ...base, types: { Db: { members: { run: { callbacks: [{ at: 0, params: ['Tx'], of: 'knex', runs: 'now' }] } } } } }, 'Db.run: no type Tx of knex'],
    ['a result of an unknown type of another library', { ...base, types: { Db: { members: { open: { returns: 'Tx', of: 'knex' } } } } }, 'Db.open: no type Tx of knex'],
    ['a row of an unknown type', { ...base, types: { Db: { row: 'Row' } } }, 'Db: no type Row'],
    ['a circle', { ...base, types: { A: { extends: 'B' }, B: { extends: 'A' } } }, 'A: extends itself'],
    ['a part of nothing', { ...base, partOf: 'Nothing' }, 'a part of Nothing, which is no database'],
    ['a database without advice', { ...base, remedy: undefined }, 'no remedy'],
    ['a broken slot', { ...base, exports: { find: { query: { access: 'read', rows: 'many', size: [[0, '']] } } } }, 'find: broken slot [0,""]'],
    ['a step where nothing waits', { ...base, types: { Db: { members: { limit: { step: { size: [[0]] } } } } } }, 'Db.limit: a step of a type that is not lazy'],
    ['a broken pattern', { ...base, types: { Db: { patterns: [{ name: '(', member: {} }] } } }, 'Db: broken pattern ('],
  ] satisfies [string, Library, string][])('%s', (_title, library, problem) => {
    expect(problemsOf(library)).toContain(problem);
  });
});

function problemsOf(library: Library): string[] {
  const problems: string[] = [];
  const { partOf, kind } = library;
  if (partOf !== undefined && !libraries.some((other) => other.name === partOf && other.kind === kind)) problems.push(`a part of ${partOf}, which is no ${kind}`);
  const known = (where: string, names: readonly (string | undefined)[]) => {
    for (const name of names) {
      const plain = name?.replace(/\[\]$/, '');
      if (plain !== undefined && !WORDS.has(plain) && !Object.hasOwn(library.types, plain)) problems.push(`${where}: no type ${plain}`);
    }
  };
  const member = (where: string, one: Member) => {
    const given = one.type ?? one.returns;
    if (one.of !== undefined && !hasType(one.of, given ?? '')) problems.push(`${where}: no type ${String(given)} of ${one.of}`);
    known(where, [...(one.of === undefined ? [one.type, one.returns] : []), one.constructs, ...(one.callbacks ?? []).flatMap((callback) => [...(callback.of === undefined ? (callback.params ?? []) : []), callback.this])]);
    for (const { of, params = [] } of one.callbacks ?? []) for (const type of of === undefined ? [] : params) if (type !== undefined && !hasType(of, type)) problems.push(`${where}: no type ${type} of ${String(of)}`);
    if (one.decorates && 'type' in one.decorates) known(where, [one.decorates.type]);
    for (const slot of slotsOf(one)) if (!wellFormed(slot)) problems.push(`${where}: broken slot ${JSON.stringify(slot)}`);
  };
  for (const [name, one] of [...Object.entries(library.exports), ...Object.entries(library.globals ?? {})]) member(name, one);
  for (const [type, shape] of Object.entries(library.types)) {
    known(type, [shape.extends, shape.row, shape.thisOf, shape.model?.instance]);
    if (circular(library, type)) problems.push(`${type}: extends itself`);
    const named = [...Object.entries(shape.members ?? {}), ...Object.entries({ '*': shape.any, '()': shape.call, new: shape.construct })];
    for (const [name, one] of named) {
      if (one === undefined) continue;
      member(`${type}.${name}`, one);
      if ((one.step !== undefined || one.executes) && !canWait(library, type)) problems.push(`${type}.${name}: a step of a type that is not lazy`);
    }
    for (const pattern of shape.patterns ?? []) {
      member(`${type}.${pattern.name}`, pattern.member);
      if (!compiles(pattern.name)) problems.push(`${type}: broken pattern ${pattern.name}`);
    }
  }
  for (const [owner, types] of Object.entries(library.adds ?? {})) for (const [type, members] of Object.entries(types)) {
    if (!libraries.some((other) => other.packages.includes(owner) && Object.hasOwn(other.types, type))) problems.push(`adds: no type ${type} of ${owner}`);
    for (const [name, one] of Object.entries(members)) member(`${owner}.${type}.${name}`, one);
  }
  for (const likeness of library.likeness ?? []) known('likeness', [likeness.type]);
  if (library.packages.length === 0 && !library.globals) problems.push('neither a package nor a global');
  if (library.kind === 'database' && !library.remedy) problems.push('no remedy');
  return problems;
}

function hasType(owner: string | undefined, type: string): boolean {
  return libraries.some(({ packages, types }) => owner !== undefined && packages.includes(owner) && Object.hasOwn(types, type));
}

/** The type is lazy, or one that extends it is. */
function canWait(library: Library, type: string): boolean {
  return Object.entries(library.types).some(([name, shape]) => shape.lazy !== undefined && chain(library, name).includes(type)) || chain(library, type).some((name) => library.types[name]?.lazy !== undefined);
}

function chain(library: Library, type: string): string[] {
  const seen: string[] = [];
  for (let name: string | undefined = type; name !== undefined && !seen.includes(name); name = library.types[name]?.extends) seen.push(name);
  return seen;
}

function circular(library: Library, type: string): boolean {
  const last = chain(library, type).at(-1);
  return last !== undefined && library.types[last]?.extends !== undefined && Object.hasOwn(library.types, library.types[last].extends);
}

function wellFormed([argument, ...path]: Slot): boolean {
  return Number.isInteger(argument) && argument >= -1 && path.every((name) => typeof name === 'string' && name !== '');
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(new URL(`../../src/catalog/${folder}/`, import.meta.url)).filter((name) => name.endsWith('.ts'));
  } catch {
    return [];
  }
}

function isLibrary(value: unknown): value is Library {
  return typeof value === 'object' && value !== null && 'packages' in value && 'types' in value;
}
