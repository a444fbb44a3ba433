import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIn } from './corpora.mjs';
import { packOf } from './pack.mjs';

/** @typedef {{ name: string, packages: number, megabytes: number }} Footprint */

/**
 * What packages bring with them, each installed by itself and without its peers (ESLint and a parser, which are there already).
 *
 * @param {readonly string[]} specifiers As npm takes them; `.` is this package, packed.
 * @returns {Footprint[]}
 */
export function footprints(specifiers) {
  return specifiers.map((specifier) => {
    const folder = mkdtempSync(join(tmpdir(), 'backend-patterns-footprint-'));
    try {
      const target = specifier === '.' ? (packOf(folder) ?? '') : specifier;
      runIn(folder, 'npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--legacy-peer-deps', '--loglevel=error', target]);
      const lock = /** @type {{ packages: Record<string, unknown> }} */ (JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')));
      const packages = Object.keys(lock.packages).length;
      return { name: specifier, packages, megabytes: sizeOf(join(folder, 'node_modules')) / 2 ** 20 };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** @param {string} folder @returns {number} Bytes. */
function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? sizeOf(path) : entry.isFile() ? statSync(path).size : 0);
  }, 0);
}
