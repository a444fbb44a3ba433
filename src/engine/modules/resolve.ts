/** Import specifier → file, as Node, TypeScript and the usual bundlers would find it. */
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { type NapiResolveOptions, ResolverFactory } from 'oxc-resolver';
import { workspacePackage } from './workspaces.js';

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

/** A resolver with its caches. One lives as long as nothing on disk has moved. */
export class Resolver {
  readonly #plain = new ResolverFactory(OPTIONS);
  readonly #withTsconfig = new ResolverFactory({ ...OPTIONS, tsconfig: 'auto' });
  readonly #withoutReferences = new Map<string | undefined, ResolverFactory>();
  readonly #found = new Map<string, Resolved>();

  /** Where an import leads. Cost: about 20 µs the first time, then a look-up. */
  resolve(from: string, specifier: string): Resolved {
    const key = `${path.dirname(from)}\0${specifier}`;
    let resolved = this.#found.get(key);
    if (!resolved) {
      resolved = this.#resolve(from, specifier);
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
    // Also where node_modules holds a built copy: the sources say more.
    const source = workspacePackage(from, specifier);
    if (source) {
      const main = this.#plain.sync(path.dirname(source), `./${path.basename(source)}`).path;
      if (main) return { kind: 'file', path: main };
    }
    if (file) return { kind: 'package' };
    // `@/x`, `~/x`, `#x`: an alias that nothing resolves. It may be anything, so it is no package.
    return /^[@~#]\//.test(specifier) || specifier.startsWith('#') || specifier.startsWith('~') ? { kind: 'missing' } : { kind: 'package' };
  }

  #file(from: string, specifier: string): string | undefined {
    const result = this.#withTsconfig.resolveFileSync(from, specifier);
    if (result.path) return stripQuery(result.path);
    if (result.error === undefined || !/config/i.test(result.error)) return undefined;
    // A tsconfig that is broken, or that refers to files which are not there, must not cost the other imports.
    const withoutReferences = this.#ownTsconfig(path.dirname(from)).sync(path.dirname(from), specifier).path;
    const found = withoutReferences ?? this.#plain.sync(path.dirname(from), specifier).path;
    return found ? stripQuery(found) : undefined;
  }

  /** A resolver by the nearest tsconfig.json alone, which is not asked for what it refers to. */
  #ownTsconfig(directory: string): ResolverFactory {
    const folders = [directory];
    for (let above = path.dirname(directory); above !== folders.at(-1); above = path.dirname(above)) folders.push(above);
    const configFile = folders.flatMap((folder) => CONFIGS.map((name) => path.join(folder, name))).find((file) => fs.existsSync(file));
    const known = this.#withoutReferences.get(configFile);
    if (known) return known;
    const factory = new ResolverFactory({ ...OPTIONS, ...(configFile && { tsconfig: { configFile } }) });
    this.#withoutReferences.set(configFile, factory);
    return factory;
  }
}

function stripQuery(file: string): string {
  const query = file.indexOf('?');
  return query < 0 ? file : file.slice(0, query);
}
