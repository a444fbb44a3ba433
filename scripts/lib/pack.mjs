import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

const shell = process.platform === 'win32';

/**
 * Packs the package into a folder.
 *
 * @param {string} folder
 * @returns {string | undefined} The tarball's path.
 */
export function packOf(folder) {
  try {
    const [pack] = npmPack(['--pack-destination', folder]);
    return pack && join(folder, pack.filename);
  } catch (error) {
    console.error(String(error));
    return undefined;
  }
}

/** What a tarball would hold: paths from the package's folder. */
export function packedFiles() {
  const [pack] = npmPack(['--dry-run']);
  return pack?.files.map(({ path }) => path) ?? [];
}

/** @param {string[]} args */
function npmPack(args) {
  const output = execFileSync('npm', ['pack', '--json', '--loglevel=error', ...args], { cwd: ROOT, encoding: 'utf8', shell });
  return /** @type {{ filename: string, files: { path: string }[] }[]} */ (JSON.parse(output));
}
