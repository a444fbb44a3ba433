import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/catalog/vocabulary.js';
import { Declared, type Declarations } from './declared.js';

const files = (folder: string) => readdirSync(new URL(folder, import.meta.url)).filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3)).sort();

const mappings = await Promise.all(files('declarations/').map(async (name) => ((await import(`./declarations/${name}.ts`)) as { default: Declarations }).default));
const declared = new Declared(mappings);

describe('the declarations of each library', () => {
  it('has a mapping for every database and cache', async () => {
    const modules = await Promise.all(['databases', 'caches'].flatMap((folder) => files(`../../src/catalog/${folder}/`).map((name) => import(`../../src/catalog/${folder}/${name}.ts`) as Promise<Record<string, Library>>)));
    const mapped = new Set(mappings.map(({ library }) => library));
    expect(modules.flatMap((module) => Object.values(module)).filter((library) => !mapped.has(library)).map(({ name }) => name)).toEqual([]);
  });

  it('names only modules and types that exist', () => expect(declared.broken, declared.broken.join('\n')).toEqual([]));

  it.each(mappings.map((mapping) => [mapping.library.name, mapping] as const))('%s: has every catalogued name', (_name, mapping) => {
    const missing = declared.missing(mapping);
    expect(missing, missing.join('\n')).toEqual([]);
  });
});

describe('a name that does not exist', () => {
  const base = { name: 'Example', kind: 'database', packages: ['mongodb'] } as const;
  const mapping = (library: Library, more: Partial<Declarations> = {}): Declarations => ({ library, modules: ['mongodb'], types: { Collection: "import('mongodb').Collection" }, ...more });
  const problems = (library: Library, more?: Partial<Declarations>) => {
    const one = mapping(library, more);
    return new Declared([one]).missing(one);
  };

  it('is reported, as an export and as a member', () => {
    expect(problems({ ...base, exports: { MongoKlient: {} }, types: { Collection: { members: { findAll: {}, findOne: {} } } } })).toEqual(['MongoKlient: no such export', 'Collection.findAll: no such member']);
  });

  it('is reported where a slot does not exist', () => {
    expect(problems({ ...base, exports: {}, types: { Collection: { members: { find: { query: { access: 'read', rows: 'many', size: [[1, 'limit'], [1, 'take']] } } } } } })).toEqual(['Collection.find: no parameter has [1,"take"]']);
  });

  it('may stand in onlyIn, and only there', () => {
    const library: Library = { ...base, exports: {}, types: { Collection: { members: { save: {}, findOne: {} } } } };
    expect(problems(library, { onlyIn: { 'Collection.save': 'version 2', 'Collection.findOne': 'version 2' } })).toEqual(['Collection.findOne: stands in onlyIn and exists']);
  });
});
