import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraries } from '#catalog';

/** Drivers that say nothing of a project where something else is built on them. */
const DRIVERS = new Set(['pg', 'MySQL', 'mssql', 'sqlite3', 'better-sqlite3', 'MongoDB driver', 'Postgres.js', 'node:sqlite']);

/**
 * The web frameworks and database libraries that a project depends on, by its package.json files: `Koa, Sequelize`.
 * `unknown` where it names none that the catalogue has.
 *
 * @param {string} folder
 */
export function stackOf(folder) {
  const names = new Set(manifests(folder).flatMap(dependenciesOf));
  const known = libraries.filter(({ packages, partOf }) => partOf === undefined && packages.some((each) => names.has(each)));
  const named = (/** @type {string} */ kind) => [...new Set(known.filter((library) => library.kind === kind).map(({ name }) => name))];
  const databases = named('database');
  const built = databases.filter((name) => !DRIVERS.has(name));
  const stack = [...named('framework'), ...(built.length > 0 ? built : databases)];
  return stack.length === 0 ? 'unknown' : stack.join(', ');
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function manifests(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : manifests(path);
    return entry.name === 'package.json' ? [path] : [];
  });
}

/** None for a package.json that cannot be read: test fixtures hold such. @param {string} file */
function dependenciesOf(file) {
  try {
    /** @type {{ dependencies?: Record<string, string> }} */
    const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8'));
    return Object.keys(dependencies);
  } catch {
    return [];
  }
}
