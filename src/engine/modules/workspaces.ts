/** The packages of a monorepo, found by its own declaration of workspaces rather than by what happens to be installed. */
import fs from 'node:fs';
import path from 'node:path';
import { fits } from '../syntax/names.js';
import { readText, statOf } from './files.js';

interface Workspaces {
  readonly root: string;
  /** Package name → its folder. */
  readonly packages: ReadonlyMap<string, string>;
}

const byDirectory = new Map<string, Workspaces | undefined>();
const followed = new Map<string, string | undefined>();
const dependencies = new Map<string, ReadonlyMap<string, string>>();
const packageFolders = new Map<string, string | undefined>();
const declared = new Map<string, ReadonlySet<string>>();

/** Forgets what was read, so that new packages are seen. */
export function forgetWorkspaces(): void {
  byDirectory.clear();
  dependencies.clear();
  declared.clear();
  packageFolders.clear();
  followed.clear();
}

/**
 * The versions of a package that the project around a file asks for, as its package.json writes them: that of the nearest folder which names the
 * package, as far up as Node would look for it. `undefined` where none names it. Cost: each package.json is read once.
 */
export function dependencyVersion(file: string, name: string): string | undefined {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const version = dependenciesOf(folder).get(name);
    if (version !== undefined || folder === path.dirname(folder)) return version;
  }
}

/**
 * The names of all packages that the project around a file depends on, as each package.json from its folder upwards declares them. Packages of
 * its workspace that it depends on, or that depend on it, count with what they depend on.
 */
export function declaredAround(folder: string): ReadonlySet<string> {
  const known = declared.get(folder);
  if (known) return known;
  const above = path.dirname(folder);
  const outer = above === folder ? new Set<string>() : declaredAround(above);
  const own = dependenciesOf(folder);
  const name = readManifest(folder)?.name;
  const names = own.size === 0 && typeof name !== 'string' ? outer : new Set([...outer, ...connected(folder, typeof name === 'string' ? name : undefined)]);
  declared.set(folder, names);
  return names;
}

/** What a package depends on, and what those of its workspace do that it depends on, or that depend on it. */
function connected(folder: string, name: string | undefined): Set<string> {
  const packages = workspacesAround(folder)?.packages ?? new Map<string, string>();
  const found = new Set<string>();
  const below = [folder];
  // Lists and sets hand out what is added to them while they are read.
  for (const each of below) {
    for (const dependency of dependenciesOf(each).keys()) {
      const inside = packages.get(dependency);
      if (inside !== undefined && !found.has(dependency)) below.push(inside);
      found.add(dependency);
    }
  }
  const users = new Set(name === undefined ? [] : [name]);
  for (const user of users) {
    for (const [other, place] of packages) {
      if (users.has(other) || !dependenciesOf(place).has(user)) continue;
      users.add(other);
      for (const dependency of dependenciesOf(place).keys()) found.add(dependency);
    }
  }
  return found;
}

function objectIn(manifest: Record<string, unknown>, key: string): object {
  const value = manifest[key];
  return typeof value === 'object' && value !== null ? value : {};
}

function dependenciesOf(folder: string): ReadonlyMap<string, string> {
  const known = dependencies.get(folder);
  if (known) return known;
  const manifest = readManifest(folder) ?? {};
  // Of a package that is named twice, the version that is installed for running comes last here, and wins.
  const found = new Map(DEPENDENCIES.toReversed().flatMap((key) => Object.entries(objectIn(manifest, key)).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && /^[^._]/.test(entry[0]))));
  dependencies.set(folder, found);
  return found;
}

/**
 * The folder that holds a whole project: the monorepo's root, or else the nearest folder with a package.json.
 * `undefined` for a file that belongs to no package.
 */
export function projectRoot(file: string): string | undefined {
  return workspacesAround(path.dirname(file))?.root;
}

/** May an import of one file be followed to another one, whose links are resolved: do both lie in one repository, or in one outermost package where there is none? */
export function isFollowed(from: string, file: string): boolean {
  const folder = followedFolder(path.dirname(from));
  return folder === undefined || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

/** The folder of the repository around a folder, or else of the outermost package; links resolved. `undefined` where there is neither. */
function followedFolder(directory: string): string | undefined {
  if (followed.has(directory)) return followed.get(directory);
  let found = workspacesAround(directory)?.root;
  for (let folder = directory; ; folder = path.dirname(folder)) {
    const isRepository = fs.existsSync(path.join(folder, '.git'));
    if (isRepository || isFile(path.join(folder, 'package.json'))) found = folder;
    if (isRepository || folder === path.dirname(folder)) break;
  }
  if (found !== undefined) found = realPath(found);
  followed.set(directory, found);
  return found;
}

function realPath(folder: string): string {
  try {
    return fs.realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/** The folder of the workspace package that an import names (`@acme/db`, `@acme/db/client`); `undefined` for any other import. */
export function workspaceFolder(from: string, specifier: string): string | undefined {
  return workspacesAround(path.dirname(from))?.packages.get(packageName(specifier));
}

/** The source file that an import of a workspace package most likely means, where the package does not say. */
export function workspaceFile(folder: string, specifier: string): string | undefined {
  const rest = specifier.slice(packageName(specifier).length + 1);
  const bases = rest ? [path.join(folder, rest), path.join(folder, 'src', rest)] : entriesOf(folder);
  return bases.flatMap(filesOf).find(isFile);
}

/** The source file that a relative import means, by its name alone; links resolved. */
export function fileNamed(base: string): string | undefined {
  const found = [...filesOf(base), ...filesOf(base.replace(/\.[cm]?jsx?$/, ''))].find(isFile);
  return found === undefined ? undefined : realPath(found);
}

function filesOf(base: string): string[] {
  return [base, `${base}.ts`, `${base}.tsx`, `${base}.js`, path.join(base, 'index.ts'), path.join(base, 'index.js')];
}

/**
 * Aliases that a framework's own build writes into a tsconfig.json which is not in the repository (SvelteKit's `$lib`, Nuxt's `~~`), or that
 * a bundler is told of alone: prefix → folders of the package, the likeliest first.
 */
const USUAL: Readonly<Record<string, readonly string[]>> = { $lib: ['src/lib'], '@': ['src', 'app', '.'], '~': ['src', 'app', '.'], '@@': ['.'], '~~': ['.'] };

/** Is an import written with an alias that is usual, whether or not something stands behind it? */
export function isUsualAlias(specifier: string): boolean {
  return Object.hasOwn(USUAL, specifier.split('/')[0] ?? '');
}

/** The file behind an alias that nothing declares, where one stands at its usual place in the package around a file. */
export function usualAlias(from: string, specifier: string): string | undefined {
  const [prefix = '', ...rest] = specifier.split('/');
  const places = Object.hasOwn(USUAL, prefix) ? USUAL[prefix] : undefined;
  const folder = places && packageFolder(from);
  return folder === undefined ? undefined : places?.flatMap((place) => filesOf(path.join(folder, place, ...rest))).find(isFile);
}

/** The nearest folder above a file with a package.json; `undefined` where there is none. Cost: each folder is looked into once. */
export function packageFolder(file: string): string | undefined {
  const folder = path.dirname(file);
  if (!packageFolders.has(folder)) {
    const here = isFile(path.join(folder, 'package.json')) ? folder : undefined;
    packageFolders.set(folder, here ?? (folder === path.dirname(folder) ? undefined : packageFolder(folder)));
  }
  return packageFolders.get(folder);
}

/** `src/db/client` from a project with such a folder: does an import begin with a folder of the package around a file? */
export function isOwnFolder(from: string, specifier: string): boolean {
  const [first = ''] = specifier.split('/');
  if (first === '' || first === specifier || first.startsWith('@')) return false;
  const folder = packageFolder(from);
  const manifest = folder === undefined ? undefined : readManifest(folder);
  if (folder === undefined || !manifest) return false;
  return !DEPENDENCIES.some((key) => Object.hasOwn((manifest[key] ?? {}), first)) && (statOf(path.join(folder, first))?.isDirectory() ?? false);
}

const DEPENDENCIES = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/** `@prisma/client` of `@prisma/client/edge`; a whole scope stays as it is: `@nestjs/*`. */
export function packageName(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function entriesOf(directory: string): string[] {
  const manifest = readManifest(directory);
  const main = ['source', 'types', 'main'].map((key) => manifest?.[key]).find((value): value is string => typeof value === 'string' && /\.tsx?$/.test(value) && !value.endsWith('.d.ts'));
  return [...(main ? [path.join(directory, main)] : []), path.join(directory, 'src/index'), path.join(directory, 'src/main'), path.join(directory, 'index'), path.join(directory, 'lib/index')];
}

function workspacesAround(directory: string): Workspaces | undefined {
  if (byDirectory.has(directory)) return byDirectory.get(directory);
  const above = path.dirname(directory);
  const outer = above === directory ? undefined : workspacesAround(above);
  const manifest = readManifest(directory);
  let found: Workspaces | undefined = outer;
  // A package inside a monorepo belongs to the monorepo; any other package stands for itself.
  if (manifest && !(outer && [...outer.packages.values()].includes(directory))) {
    const folders = workspacePatterns(directory, manifest).flatMap((pattern) => expand(directory, pattern.split('/')));
    found = (folders.length === 0 ? undeclared(directory, manifest) : undefined) ?? { root: directory, packages: namedPackages(folders) };
  }
  byDirectory.set(directory, found);
  return found;
}

/** The names of packages in some folders; a folder without one holds none. */
function namedPackages(folders: readonly string[]): Map<string, string> {
  return new Map(folders.flatMap((folder) => {
    const name = readManifest(folder)?.name;
    return typeof name === 'string' ? [[name, folder] as const] : [];
  }));
}

/** How many folders above a package the root of its monorepo may lie. */
const ROOT_ABOVE = 3;
/** How many folders below the root of a monorepo a package may lie, and how many folders are looked at. */
const PACKAGE_BELOW = 3;
const MOST_FOLDERS = 500;

/**
 * The monorepo of a package which says that others belong to it (`"@acme/db": "workspace:*"`), where no folder above declares them, as in a
 * part of a checkout: the nearest folder above that holds one of them. `undefined` where none does.
 */
function undeclared(directory: string, manifest: Record<string, unknown>): Workspaces | undefined {
  const siblings = DEPENDENCIES.flatMap((key) => Object.entries(manifest[key] ?? {}).filter(([, version]) => typeof version === 'string' && version.startsWith('workspace:')).map(([name]) => name));
  let root = directory;
  for (let level = 0; siblings.length > 0 && level < ROOT_ABOVE && !fs.existsSync(path.join(root, '.git')); level++) {
    root = path.dirname(root);
    const packages = namedPackages(packagesBelow(root));
    if (siblings.some((name) => packages.has(name))) return { root, packages };
  }
  return undefined;
}

/** The folders below one that hold a package.json, as far as they lie in no other such folder; the nearest first. */
function packagesBelow(root: string): string[] {
  const found: string[] = [];
  let level = [root];
  let seen = 0;
  for (let depth = 0; depth < PACKAGE_BELOW; depth++) {
    const next: string[] = [];
    for (const folder of level.flatMap(subfolders)) {
      if (++seen > MOST_FOLDERS) return found;
      (readManifest(folder) ? found : next).push(folder);
    }
    level = next;
  }
  return found;
}

function workspacePatterns(directory: string, manifest: Record<string, unknown>): string[] {
  const declared = manifest.workspaces;
  const listed = Array.isArray(declared) ? declared : (declared as { packages?: unknown } | undefined)?.packages;
  const patterns = Array.isArray(listed) ? listed.filter((item): item is string => typeof item === 'string') : [];
  const pnpm = readText(path.join(directory, 'pnpm-workspace.yaml')) ?? '';
  // `packages:` is a plain list of strings in every pnpm-workspace.yaml; its other keys are maps.
  const lines = pnpm.split('\n').map((line) => line.trimEnd());
  const list = lines.slice(lines.indexOf('packages:') + 1 || lines.length).map((line) => line.trimStart());
  const end = list.findIndex((line) => line !== '' && !/^[-#]/.test(line));
  for (const line of list.slice(0, end < 0 ? undefined : end)) {
    const [item = ''] = line.slice(1).split('#');
    if (line.startsWith('-') && item.trim() !== '') patterns.push(item.trim().replace(/^['"]|['"]$/g, ''));
  }
  return patterns.filter((pattern) => !pattern.startsWith('!'));
}

function expand(directory: string, segments: readonly string[]): string[] {
  const [first, ...rest] = segments;
  if (first === undefined || first === '') return [directory];
  if (first === '.') return expand(directory, rest);
  if (!first.includes('*')) return expand(path.join(directory, first), rest);
  const below = subfolders(directory);
  if (first === '**') return [directory, ...below.flatMap((folder) => expand(folder, segments))];
  return below.filter((folder) => fits(path.basename(folder), first)).flatMap((folder) => expand(folder, rest));
}

function subfolders(directory: string): string[] {
  try {
    return fs.readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')).map((entry) => path.join(directory, entry.name));
  } catch {
    return [];
  }
}

function readManifest(directory: string): Record<string, unknown> | undefined {
  const text = readText(path.join(directory, 'package.json'));
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isFile(file: string): boolean {
  return statOf(file)?.isFile() ?? false;
}
