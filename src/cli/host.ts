/** ESLint as the analysed project has it, or as it stands beside this package. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ESLint as ESLintClass } from 'eslint';
import { Failure, reasonOf } from './failure.js';

export interface Host {
  readonly ESLint: typeof ESLintClass;
  readonly version: string;
  /** Finds a project's own configuration, whichever kind this ESLint reads by itself. */
  readonly Configured: typeof ESLintClass;
}

interface Loaded { readonly loadESLint?: (options?: { useFlatConfig?: boolean; cwd?: string }) => Promise<typeof ESLintClass> }

/**
 * ESLint as `root` resolves it, else as this package does.
 *
 * @throws {Failure} where there is none, or none of 8.57 or later
 */
export async function loadHost(root: string): Promise<Host> {
  const found = resolveFrom(path.join(root, 'package.json')) ?? resolveFrom(import.meta.url);
  if (found === undefined) throw new Failure('ESLint is not installed: npm install --save-dev eslint');
  const module = (await import(pathToFileURL(found).href)) as Loaded & { readonly default?: Loaded };
  const loadESLint = module.loadESLint ?? module.default?.loadESLint;
  if (!loadESLint) throw new Failure('this ESLint is older than 8.57, which is the oldest that works: npm install --save-dev eslint@latest');
  const [ESLint, Configured] = [await loadESLint({ useFlatConfig: true }), await loadESLint({ cwd: root })];
  return { ESLint, Configured, version: ESLint.version };
}

function resolveFrom(place: string): string | undefined {
  try {
    return createRequire(place).resolve('eslint');
  } catch {
    return undefined;
  }
}

const CONFIGS = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);
const OLD_CONFIGS = ['.eslintrc', '.eslintrc.js', '.eslintrc.cjs', '.eslintrc.json', '.eslintrc.yaml', '.eslintrc.yml'];

/**
 * What a project's own ESLint configuration says under `settings['backend-patterns']`, by the files that it says it of. A configuration that cannot
 * be loaded is told of, and counts as none.
 *
 * @param wanted `false` asks for no look at it
 * @param warn is given one line
 */
export async function settingsOf({ Configured }: Host, root: string, files: readonly string[], wanted: boolean, warn: (line: string) => void): Promise<Map<string, string[]>> {
  const nothing = (): Map<string, string[]> => new Map(files.length > 0 ? [['{}', [...files]]] : []);
  if (!wanted || !hasConfig(root)) return nothing();
  try {
    const eslint = new Configured({ cwd: root });
    const found = new Map<string, string[]>();
    for (const file of files) {
      const config = (await eslint.calculateConfigForFile(file)) as { settings?: Record<string, unknown> } | undefined;
      const key = JSON.stringify(config?.settings?.['backend-patterns'] ?? {});
      const known = found.get(key);
      if (known) known.push(file);
      else found.set(key, [file]);
    }
    return found;
  } catch (error) {
    warn(`The project's ESLint configuration could not be loaded, so its settings are not used: ${reasonOf(error)}`);
    return nothing();
  }
}

function hasConfig(root: string): boolean {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if ([...CONFIGS, ...OLD_CONFIGS].some((name) => fs.existsSync(path.join(folder, name)))) return true;
    if (folder === path.dirname(folder)) return false;
  }
}
