import { libraries } from '#catalog';
import { groupBy } from '../lib/collections.mjs';
import { fillRegion, table } from './region.mjs';

/** @typedef {import('#catalog').Library} Library */
/** @typedef {import('#catalog').Member} Member */
/** @typedef {{ title: string, head: readonly string[], cells: (library: Library) => readonly string[] }} Section */

const PATH = 'docs/catalog.md';
/** A cell names this many things, and counts the rest. */
const NAMED = 8;
const INSTEAD = ['Instead of a read per element', 'Instead of a write per element'];

/**
 * What the tables of each kind tell, besides a library's name, packages and versions.
 *
 * @type {Readonly<Record<import('#catalog').LibraryKind, Section>>}
 */
const SECTIONS = {
  database: { title: 'Databases', head: ['Reads', 'Writes', 'By SQL', ...INSTEAD, 'Page size'], cells: (library) => [...counts(library, ['read', 'write', 'sql']), ...remedies(library), library.remedy?.size ?? ''] },
  cache: { title: 'Caches', head: ['Reads', 'Writes', ...INSTEAD], cells: (library) => [...counts(library, ['read', 'write']), ...remedies(library)] },
  framework: { title: 'Web frameworks', head: ['How a handler is known', 'Handlers', 'Ways to answer'], cells: (library) => [recognition(library), list(Object.keys(library.handlers ?? {})), answers(library)] },
  hashing: {
    title: 'Password hashes and fast digests',
    head: ['Password hashes', 'Least cost', 'Fast digests'],
    cells: (library) => [library.hashesPasswords ? 'hashes by itself' : list(namesOf(library, ({ hash }) => hash !== undefined)), costs(library), list(namesOf(library, ({ digest }) => digest !== undefined))],
  },
  validation: {
    title: 'Validation',
    head: ['Parses', 'Bounds a value'],
    cells: (library) => [list(namesOf(library, ({ parses }) => parses !== undefined)), list(namesOf(library, ({ bounds, decorates }) => bounds !== undefined || decorates?.as === 'bound'))],
  },
  auth: { title: 'Authentication', head: ['What is known'], cells: (library) => [known(library)] },
  logging: { title: 'Loggers', head: ['What is known'], cells: (library) => [known(library)] },
  limiting: { title: 'Rate limiters', head: ['What is known'], cells: (library) => [known(library)] },
  messaging: { title: 'Mail, queues and events', head: ['What is known'], cells: (library) => [known(library)] },
  http: { title: 'HTTP clients', head: ['What is known'], cells: (library) => [known(library)] },
  storage: { title: 'Files and search', head: ['What is known'], cells: (library) => [known(library)] },
  retry: { title: 'Retries', head: ['What is known'], cells: (library) => [known(library)] },
  utility: { title: 'Helpers', head: ['What is known'], cells: (library) => [known(library)] },
  other: { title: 'Others', head: ['What is known'], cells: (library) => [known(library)] },
};

/**
 * The tables of libraries in docs/catalog.md. Libraries of one name, such as a package and its single-function modules, share a row.
 *
 * @param {unknown} _plugin
 * @param {(path: string) => string} read
 * @param {readonly Library[]} [all]
 * @returns {[path: string, content: string][]}
 */
export function catalogTables(_plugin, read, all = libraries) {
  const byKind = groupBy(all, ({ kind }) => kind);
  const parts = Object.entries(SECTIONS).flatMap(([kind, { title, head, cells }]) => {
    const rows = [...groupBy(byKind.get(kind) ?? [], ({ name }) => name.toLowerCase()).values()].map((same) => [
      same[0]?.name ?? '',
      packages(same.flatMap((library) => library.packages)),
      same[0]?.versions ?? '',
      ...join(same.map(cells)),
    ]);
    return rows.length === 0 ? [] : [`## ${title}`, table(['Library', 'Packages', 'Versions', ...head], rows)];
  });
  return [[PATH, fillRegion(PATH, read(PATH), 'catalogue', parts.join('\n\n'))]];
}

/**
 * How many different names read, write, or do what their SQL says.
 *
 * @param {Library} library
 * @param {readonly string[]} accesses
 */
function counts(library, accesses) {
  return accesses.map((access) => String(namesOf(library, ({ query, step }) => (step?.access ?? query?.access) === access).length || ''));
}

/** @param {Library} library */
function remedies({ remedy }) {
  return [remedy?.read ?? '', remedy?.write ?? ''];
}

/** @param {Library} library */
function recognition(library) {
  const ways = [
    namesOf(library, ({ route }) => route !== undefined).length > 0 && 'route calls',
    namesOf(library, ({ decorates }) => decorates?.as === 'route' || decorates?.as === 'resolver').length > 0 && 'decorators',
    library.routeFiles !== undefined && 'files and their exports',
    library.handlerNames !== undefined && 'parameter names and their use',
  ];
  return ways.filter((way) => way !== false).join(', ');
}

/** @param {Library} library */
function answers(library) {
  const returned = Object.values(library.handlers ?? {}).some(({ returnsBody }) => returnsBody);
  return [returned && 'its result', list(namesOf(library, ({ respond, assigns }) => respond !== undefined || assigns !== undefined))].filter(Boolean).join(', ');
}

/** @param {Library} library */
function costs(library) {
  const bounds = members(library).flatMap(([, { hash }]) => hash?.cost ?? []);
  return [...new Set(bounds.map(({ least, unit }) => `${typeof least === 'number' ? least : leastBy(least.values)} ${unit}`))].join('; ');
}

/**
 * `SHA512`, `sha512` and `SHA-512` are one digest.
 *
 * @param {Readonly<Record<string, number>>} values
 */
function leastBy(values) {
  const byDigest = new Map(Object.entries(values).map(([digest, least]) => [digest.toUpperCase().replace('-', ''), least]));
  return [...byDigest].map(([digest, least]) => `${least} (${digest})`).join(', ');
}

/** @param {Library} library */
function known(library) {
  const runs = (/** @type {'now' | 'each' | 'later'} */ when) => namesOf(library, ({ callbacks }) => callbacks?.some((callback) => callback.runs === when) === true);
  const facts = {
    'calls back once per element': runs('each'),
    'calls back at once': runs('now'),
    'calls back later': runs('later'),
    'acts outside of the database': namesOf(library, ({ effect }) => effect !== undefined),
    'caps a number': namesOf(library, ({ bounds }) => bounds !== undefined),
    'makes errors for clients': namesOf(library, ({ httpError }) => httpError !== undefined),
    'is middleware': namesOf(library, ({ decorates, route }) => decorates?.as === 'middleware' || route !== undefined),
    'hands a value through': namesOf(library, ({ passes }) => passes !== undefined),
    'is no query': namesOf(library, ({ harmless }) => harmless !== undefined),
  };
  const parts = Object.entries(facts).flatMap(([what, names]) => (names.length > 0 ? [`${what}: ${list(names)}`] : []));
  return [library.hashesPasswords && 'hashes passwords by itself', ...parts].filter(Boolean).join('; ');
}

/**
 * The names of the members that are like this, each once, however many types have it.
 *
 * @param {Library} library
 * @param {(member: Member) => boolean} isLike
 */
function namesOf(library, isLike) {
  return [...new Set(members(library).filter(([, member]) => isLike(member)).map(([name]) => name))].sort();
}

/**
 * Every name of a library with what it is. The call of a value goes by its type's name.
 *
 * @param {Library} library
 * @returns {[name: string, member: Member][]}
 */
function members({ exports, globals = {}, types }) {
  const ofTypes = Object.entries(types).flatMap(([type, { members: own = {}, patterns = [], call, construct }]) => [
    ...Object.entries(own),
    ...patterns.map(({ name, member }) => pair(name, member)),
    ...[call, construct].flatMap((member) => (member ? [pair(`${type}()`, member)] : [])),
  ]);
  return [...Object.entries(exports), ...Object.entries(globals), ...ofTypes];
}

/** @type {(name: string, member: Member) => [string, Member]} */
const pair = (name, member) => [name, member];

/**
 * A package's own modules go without saying.
 *
 * @param {readonly string[]} names
 */
function packages(names) {
  return list(names.filter((name) => !names.some((other) => other !== name && name.startsWith(`${other}/`))));
}

/**
 * Names as a reader knows them: a default export is the package itself, and the call of a value has none.
 *
 * @param {readonly string[]} names
 */
function list(names) {
  const readable = names.filter((name) => !name.endsWith('()'));
  const shown = readable.slice(0, NAMED).map((name) => (name === 'default' ? 'itself' : `\`${name}\``));
  return [...shown, ...(readable.length > NAMED ? [`and ${readable.length - NAMED} more`] : [])].join(', ');
}

/**
 * The cells of several libraries in one row.
 *
 * @param {readonly (readonly string[])[]} rows
 */
function join(rows) {
  return (rows[0] ?? []).map((_, column) => [...new Set(rows.map((row) => row[column] ?? ''))].filter(Boolean).join('; '));
}
