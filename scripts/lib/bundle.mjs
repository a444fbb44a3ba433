import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './run.mjs';

/** What is loaded from outside, and by the scripts that write the docs. */
const ENTRIES = ['dist/src/plugin/index.js', 'dist/src/cli/bin.js', 'dist/src/cli/threadOptions.js', 'dist/src/engine/index.js', 'dist/src/catalog/index.js'];

/**
 * Joins what `tsc` has written into a few modules, in its place: hundreds of small ones take twice as long to load, and a linter is started often.
 * The text stays readable, and the declarations stay as they are.
 */
export async function bundle() {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outbase: '.',
    outdir: '.',
    chunkNames: 'dist/src/shared-[hash]',
    bundle: true,
    // What the plugin remembers is one, whoever asks for it.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: { '#engine': './dist/src/engine/index.js', '#catalog': './dist/src/catalog/index.js' },
    legalComments: 'none',
    metafile: true,
    allowOverwrite: true,
  });
  const kept = new Set(Object.keys(metafile.outputs));
  for (const folder of ['dist/src', 'dist/rules']) removeOthers(join(ROOT, folder), kept);
}

/**
 * Removes the modules of a folder that others have taken in, and folders that are empty then.
 *
 * @param {string} folder
 * @param {ReadonlySet<string>} kept
 */
function removeOthers(folder, kept) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'assets') removeOthers(path, kept);
    } else if (entry.name.endsWith('.js') && !kept.has(relative(ROOT, path).replaceAll('\\', '/'))) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
