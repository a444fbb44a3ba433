/** Import specifier → file, as Node, TypeScript and the usual bundlers would find it. */
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { type NapiResolveOptions, ResolverFactory } from 'oxc-resolver';
import { readText, SOURCE } from './files.js';
import { parseObject } from './parse.js';
import { fileNamed, isFollowed, isOwnFolder, isUsualAlias, usualAlias, workspaceFile, workspaceFolder } from './workspaces.js';

export type Resolved =
  | { readonly kind: 'file'; readonly path: string }
  /** A package of node_modules, or a builtin: known by name, never opened. */
  | { readonly kind: 'package' }
  | { readonly kind: 'missing' };

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.node'];
const OPTIONS: NapiResolveOptions = {
  extensions: EXTENSIONS,
  extensionAlias: { '.js': ['.ts', '.tsx', '.js', '.jsx'], '.mjs': ['.mts', '.mjs'], '.cjs': ['.cts', '.cjs'], '.jsx': ['.tsx', '.jsx'] },
  conditionNames: ['source', 'development', 'import', 'require', 'node', 'default', 'types'],
  mainFields: ['source', 'module', 'main'],
};
const CONFIGS = ['tsconfig.json', 'tsconfig.base.json', 'jsconfig.json'];
const builtins = new Set(builtinModules);

/** By their options: what the native resolver takes for each of them is never given back, so that they serve for good and only forget. */
const factories = new Map<string, ResolverFactory>();

function factoryFor(options: NapiResolveOptions): ResolverFactory {
  const key = JSON.stringify(options);
  let factory = factories.get(key);
  if (!factory) {
    factory = new ResolverFactory({ ...OPTIONS, ...options });
    factories.set(key, factory);
  }
  return factory;
}

/** A resolver with its caches. One lives as long as nothing on disk has moved. */
export class Resolver {
  readonly #plain = factoryFor({});
  readonly #withTsconfig = factoryFor({ tsconfig: 'auto' });
  readonly #withoutReferences = new Map<string, readonly ResolverFactory[]>();
  readonly #found = new Map<string, Resolved>();

  constructor() {
    for (const factory of factories.values()) factory.clearCache();
  }

  /** Where an import leads. Cost: about 20 µs the first time, then a look-up. */
  resolve(from: string, specifier: string): Resolved {
    const key = `${path.dirname(from)}\0${specifier}`;
    let resolved = this.#found.get(key);
    if (!resolved) {
      resolved = this.#resolve(from, specifier);
      // Of a project's own imports none leads out of it, by a path or by a link; what does is nobody's to read.
      if (resolved.kind === 'file' && !isFollowed(from, resolved.path)) resolved = { kind: 'missing' };
      this.#found.set(key, resolved);
    }
    return resolved;
  }

  /** Does an import that led nowhere lead somewhere by now? Cost: those imports are resolved again. */
  hasNews(): boolean {
    const missing = [...this.#found].filter(([, { kind }]) => kind === 'missing').map(([key]) => key.split('\0'));
    if (missing.length === 0) return false;
    const fresh = new Resolver();
    return missing.some(([directory = '', specifier = '']) => fresh.resolve(path.join(directory, 'x.ts'), specifier).kind !== 'missing');
  }

  #resolve(from: string, specifier: string): Resolved {
    if (specifier.startsWith('node:') || builtins.has(specifier)) return { kind: 'package' };
    const file = this.#file(from, specifier);
    const relative = specifier.startsWith('.') || path.isAbsolute(specifier);
    if (file && !file.includes(`${path.sep}node_modules${path.sep}`)) return { kind: 'file', path: file };
    if (relative) return { kind: 'missing' };
    const workspace = workspaceFolder(from, specifier);
    if (workspace !== undefined) {
      // A package may import itself by its name, which its `exports` decide. What they lead to may be built; the sources say more.
      const declared = this.#plain.sync(workspace, specifier).path;
      const source = declared !== undefined && /\.[cm]?tsx?$/.test(declared) ? declared : (workspaceFile(workspace, specifier) ?? declared);
      if (source !== undefined && SOURCE.test(source) && !source.includes(`${path.sep}node_modules${path.sep}`)) return { kind: 'file', path: source };
    }
    if (file) return { kind: 'package' };
    const usual = usualAlias(from, specifier);
    if (usual !== undefined && SOURCE.test(usual)) return { kind: 'file', path: usual };
    // `@/x`, `~/x`, `#x`, `src/x`: an alias or a folder of the project that nothing resolves. It may be anything, so it is no package.
    return /^[#~]/.test(specifier) || isUsualAlias(specifier) || isOwnFolder(from, specifier) ? { kind: 'missing' } : { kind: 'package' };
  }

  #file(from: string, specifier: string): string | undefined {
    const result = this.#withTsconfig.resolveFileSync(from, specifier);
    if (result.path) return stripQuery(result.path);
    const directory = path.dirname(from);
    if (result.error === undefined || !/config|^JSONError/i.test(result.error)) return undefined;
    // A tsconfig that is broken, or that refers to files which are not there, must not cost the other imports.
    const withoutReferences = this.#ownTsconfig(directory).map((factory) => factory.sync(directory, specifier).path).find((found) => found !== undefined);
    const { path: plain, error } = withoutReferences === undefined ? this.#plain.sync(directory, specifier) : {};
    // A package.json that is broken, as it is while somebody types, must not cost the imports beside it either.
    const found = withoutReferences ?? plain ?? (error?.startsWith('JSONError') && specifier.startsWith('.') ? fileNamed(path.resolve(directory, specifier)) : undefined);
    return found ? stripQuery(found) : undefined;
  }

  /** Resolvers by the nearest tsconfig.json alone: not asked for what it refers to, and as a last resort not for what it extends. */
  #ownTsconfig(directory: string): readonly ResolverFactory[] {
    const folders = [directory];
    for (let above = path.dirname(directory); above !== folders.at(-1); above = path.dirname(above)) folders.push(above);
    const configFile = folders.flatMap((folder) => CONFIGS.map((name) => path.join(folder, name))).find((file) => fs.existsSync(file));
    if (configFile === undefined) return [];
    let known = this.#withoutReferences.get(configFile);
    if (!known) {
      known = [factoryFor({ tsconfig: { configFile } }), factoryFor(aliasesOf(configFile))];
      this.#withoutReferences.set(configFile, known);
    }
    return known;
  }
}

/** The aliases that a tsconfig.json itself declares, whatever it extends. A file that cannot be read declares none. */
function aliasesOf(configFile: string): NapiResolveOptions {
  const options = parseObject(readText(configFile) ?? '')?.compilerOptions;
  const { baseUrl, paths } = isObject(options) ? options : {};
  const base = path.resolve(path.dirname(configFile), typeof baseUrl === 'string' ? baseUrl : '.');
  const declared = isObject(paths) ? Object.entries(paths) : [];
  const alias = Object.fromEntries(declared.map(([name, targets]) => [name, (Array.isArray(targets) ? targets : []).flatMap((target) => (typeof target === 'string' ? [path.resolve(base, target)] : []))]));
  return { alias, ...(typeof baseUrl === 'string' && { modules: ['node_modules', base] }) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stripQuery(file: string): string {
  const query = file.indexOf('?');
  return query < 0 ? file : file.slice(0, query);
}
