/** No regular expression of ours can be made to search for ever; the linter refuses most of those that could, and this looks at them all. */
import fs from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/run.mjs';
import { libraries } from '../../src/catalog/index.js';
import type { Node } from '../../src/engine/syntax/ast.js';
import { walk } from '../../src/engine/syntax/walk.js';
import { fits, hasName } from '../../src/engine/syntax/names.js';
import { Project } from '../../src/engine/modules/project.js';
import { scratch, write } from '#kit';
import { IS_LONG, TIMEOUT } from './robustness.kit.js';

interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
}

/** Every regular expression that stands in the sources, those with something put in included. */
function patternsOf(file: string): Pattern[] {
  const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
  const { program } = parseSync(path.basename(file), text);
  const found: Pattern[] = [];
  const add = (node: Node, source: string, flags: string): void => {
    found.push({ source, flags, place: `${file}:${text.slice(0, node.start).split('\n').length}` });
  };
  walk(program, (node) => {
    if (node.type === 'Literal' && 'regex' in node) add(node, node.regex.pattern, node.regex.flags);
    const [argument] = node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'RegExp' ? node.arguments : [];
    if (argument?.type === 'TemplateLiteral') add(node, argument.quasis.map(({ value }) => value.cooked ?? '').join('name'), '');
    return undefined;
  });
  return found;
}

/** The patterns of a library's description, which are texts. */
const described = libraries.flatMap(({ name: library, types, routeFiles = [] }): Pattern[] =>
  [...Object.values(types).flatMap((type) => (type.patterns ?? []).map(({ name }) => name)), ...routeFiles.map((each) => each.path)].map((source) => ({ source, flags: '', place: `the catalogue: ${library}` })),
);

const patterns = ['src', 'rules']
  .flatMap((folder) => fs.readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)))
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap(patternsOf)
  .concat(described);

describe('patterns', () => {
  it('are found', () => {
    expect(patterns.length).toBeGreaterThan(400);
    expect(described.length).toBeGreaterThan(5);
  });

  // Texts and names that are searched have ten thousand characters at most: a second degree costs some milliseconds there.
  it.runIf(IS_LONG)('are of the second degree at most', () => {
    const worse = patterns.flatMap(({ source, flags, place }) => {
      const checked = checkSync(source, flags, { timeout: 10_000 });
      const { complexity } = checked.status === 'vulnerable' ? checked : {};
      return complexity && !(complexity.type === 'polynomial' && complexity.degree === 2) ? [`${place} /${source}/: ${complexity.summary}`] : [];
    });
    expect(worse).toEqual([]);
  }, TIMEOUT);

  it('that are built of names take them as they are', () => {
    expect(hasName('a(b) + c', 'a(b)')).toBe(true);
    expect(hasName('abc', 'b')).toBe(false);
    expect(hasName('a.b', 'b')).toBe(true);
    expect(hasName('a.b', 'b', true)).toBe(false);
    expect(hasName('ab b', 'b', true)).toBe(true);
    expect(hasName('$b b$', 'b')).toBe(false);
    expect(hasName('a', '')).toBe(false);
  });

  it.each([
    ['users:*', 'users:read', true],
    ['users:*', 'posts:read', false],
    ['*:read', 'users:read', true],
    ['*:read', 'users:write', false],
    ['a*b*c', 'a1b2c', true],
    ['a*b*c', 'a1c', false],
    ['a*a', 'a', false],
    ['?*(', 'anything', false],
    ['?*(', '?(', true],
    ['users', 'users', true],
  ])('%s covers %s: %s', (pattern, text, covers) => {
    expect(fits(text, pattern)).toBe(covers);
  });

  it('find what is imported in a file of whatever length, reading it once', () => {
    const root = scratch({ 'db.js': 'export const db = 1;\n', 'a.js': "import {\n  db as store,\n} from './db.js'\nimport other from './db.js';\nimport './db.js'\nstore; import('./db.js');\n" });
    write(root, 'lines.js', 'import\n'.repeat(140_000));
    write(root, 'open.js', 'import { db } from "./db.js');
    const opened = new Project(() => 0);
    const module = opened.lint(path.join(root, 'db.js'), 'export const db = 1;\n');
    if (!module) throw new Error('db.js does not parse.');
    const users = (mention: 'any' | 'handedOn'): string[] => opened.importersOf(module, { files: 100 }, { name: 'db', anyOf: ['db'], mention }).map((each) => path.basename(each.path));
    expect(users('handedOn')).toEqual(['a.js']);
    expect(users('any')).toEqual(['a.js']);
  }, TIMEOUT);
});
