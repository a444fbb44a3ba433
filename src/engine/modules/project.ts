/** The files of a process's projects: opened, followed, listed, and kept right when they change on disk. */
import fs from 'node:fs';
import path from 'node:path';
import { getHeapStatistics } from 'node:v8';
import type { Module } from './parse.js';
import { LARGEST_FILE, isMinified, moduleFrom, parseModule } from './parse.js';
import { readText, SOURCE, stampOf } from './files.js';
import { type DeclaredModels, declaredModels } from './schemaFiles.js';
import { type Resolved, Resolver } from './resolve.js';
import { type Mention, Sketches, specifiersOf } from './sketches.js';
import { dependencyVersion, forgetWorkspaces, packageFolder, projectRoot } from './workspaces.js';
import type { Program } from '../syntax/ast.js';
import { walk } from '../syntax/walk.js';

export interface FollowLimits {
  /** How many files of a project are listed to find who imports a module. */
  readonly files: number;
}

interface Opened {
  readonly stamp: string;
  readonly module: Module | undefined;
}

interface Listing {
  readonly files: readonly string[];
  readonly limits: FollowLimits;
  /** When it is to be looked at again. */
  readonly until: number;
}

/** The models that are declared for the files of a folder. */
interface Schema {
  readonly models: DeclaredModels;
  /** Of the files that declare them. */
  readonly stamps: readonly (readonly [file: string, stamp: string | undefined])[];
  /** Looks for them once more. */
  readonly again: () => DeclaredModels;
}

/** Where a file stands among those that imports lead to another from. */
interface Place {
  readonly distance: number;
  readonly order: number;
}

/** Which importers of a module are of interest. */
export interface Wanted {
  /** Of modules that do not import it directly, only those that mention this. */
  readonly name: string | undefined;
  /** None that has none of these words in its text. */
  readonly anyOf?: readonly string[] | undefined;
  /** How they have to mention it. */
  readonly mention?: Mention;
  /** None but these files. */
  readonly within?: ReadonlySet<string> | undefined;
}

const SKIPPED = new Set(['node_modules', 'dist', 'build', 'built', 'out', 'assets', 'coverage', 'vendor', 'tmp', 'test', 'tests', '__tests__', '__mocks__', '__fixtures__', 'integration-tests', 'e2e', 'fixtures', 'migrations']);
/** What stands in a folder that is served as it is, besides files that are no sources. */
const SERVED = new Set(['css', 'js', 'javascript', 'javascripts', 'scripts', 'stylesheets', 'styles', 'img', 'images', 'icons', 'fonts', 'static', 'assets', 'uploads']);
/** How long a listing of a project's folders is trusted, in milliseconds: an editor sees a new file after this. So are files while none is linted twice. */
const LISTING_AGE = 2_000;
/** Looking for what has changed takes no more than one part in so many of the time. */
const SELDOM = 20;
/** How many imports away a caller is looked for: through barrels, plugins and models to the service that uses them. */
const FARTHEST_IMPORTER = 4;
/** Of those that are more than one import away, this many are looked at. */
const MOST_INDIRECT = 40;
/** How much source text is kept parsed in any case, in characters: about 200 000 lines. */
const KEPT_TEXT = 8_000_000;
/** As much is kept as long as there is memory: about a million lines. Where everything is dropped, a large project is parsed over and over. */
const MOST_TEXT = 40_000_000;
/** The part of the heap that may be in use, the host's own included, for more than `KEPT_TEXT` to be kept. */
const ROOM = 0.5;

/** All that is remembered about files. One a process; `version` changes whenever any followed file has. */
export class Project {
  readonly #opened = new Map<string, Opened>();
  readonly #checked = new Map<string, number>();
  readonly #listings = new Map<string, Listing>();
  readonly #linted = new Map<string, Module>();
  /** A file has come again: this is an editor, where files change. */
  #comesAgain = false;
  readonly #now: () => number;
  readonly #hasRoom: () => boolean;
  #prepared: Module | undefined;
  /** The last file that was linted without following imports. */
  #alone: Module | undefined;
  readonly #everAlone = new Set<string>();
  #resolver = new Resolver();
  #sketches = new Sketches();
  #round = 0;
  #roundSince = -Infinity;
  #freshUntil = 0;
  #version = 0;
  #keptText = 0;
  /** Answers that name files only, so that they outlive the parsed modules. */
  #files = new Map<string, ReadonlySet<string>>();
  #importers = new Map<string, Map<string, string[]>>();
  /** Of packages, whether any of their files imports what is asked for. */
  #imports = new Map<string, boolean>();
  #places = new Map<string, ReadonlyMap<string, Place>>();
  readonly #homes = new Map<string, object>();
  #schemas = new Map<string, Schema>();

  /**
   * @param now milliseconds of any clock; it only decides how often folders are listed again.
   * @param hasRoom whether there is memory for more; it only decides how often files are parsed again.
   */
  constructor(now: () => number = () => Date.now(), hasRoom: () => boolean = heapHasRoom) {
    this.#now = now;
    this.#hasRoom = hasRoom;
  }

  /** Changes whenever answers are forgotten. */
  get version(): number {
    return this.#version;
  }

  /** The files that an earlier search under this key came upon; `undefined` where there was none since a file changed. */
  filesFound(key: string): ReadonlySet<string> | undefined {
    return this.#files.get(key);
  }

  /** Keeps where a search came upon something, so that the next one need not open the others. */
  keepFilesFound(key: string, files: ReadonlySet<string>): void {
    this.#files.set(key, files);
  }

  /**
   * The module of a file being linted, from the text the host holds (which may differ from the disk's).
   * `fallback` is the host's own tree, used where our parser cannot read the text.
   */
  lint(file: string, text: string, fallback?: Program): Module | undefined {
    this.#nextRound(this.#linted.has(file));
    const known = this.#linted.get(file) ?? this.#opened.get(file)?.module;
    this.#evict();
    if (known?.text === text) {
      this.#linted.set(file, known);
      return known;
    }
    const module = this.#read(file, text, fallback);
    if (!module) return undefined;
    // What is on disk is as it was: who imports what, and which words stand where.
    if (known) this.#forgetAnswers();
    this.#linted.set(file, module);
    this.#keep(module);
    return module;
  }

  /** The module of a file that is linted without following imports: nobody asks for it once another one is linted. */
  lintAlone(file: string, text: string, fallback?: Program): Module | undefined {
    // Schemas, and models that stand beside it, are looked at all the same.
    this.#nextRound(this.#everAlone.has(file));
    this.#everAlone.add(file);
    this.#evict();
    if (this.#alone?.path !== file || this.#alone.text !== text) this.#alone = this.#read(file, text, fallback);
    return this.#alone;
  }

  /** A text that the host hands over, parsed now or as it was prepared. */
  #read(file: string, text: string, fallback: Program | undefined): Module | undefined {
    const prepared = this.#prepared?.path === file && this.#prepared.text === text ? this.#prepared : undefined;
    this.#prepared = undefined;
    return prepared ?? parseModule(file, text) ?? (fallback && text.length <= LARGEST_FILE && !isMinified(text) ? moduleFrom(file, text, placed(fallback), commentsOf(fallback)) : undefined);
  }

  /** The module of a text that will be linted next, as it is known already or parsed now: `lint` hands out the same one. `undefined` where it cannot be parsed. */
  prepare(file: string, text: string): Module | undefined {
    const known = this.#linted.get(file) ?? this.#opened.get(file)?.module;
    if (known?.text === text) return known;
    this.#prepared = parseModule(file, text);
    return this.#prepared;
  }

  /** The module of a file on disk; `undefined` where it is missing, unreadable, too large or no source. */
  open(file: string): Module | undefined {
    const known = this.#opened.get(file);
    if (known && this.#checked.get(file) === this.#round) return this.#current(file, known.module);
    this.#checked.set(file, this.#round);
    const stamp = stampOf(file);
    if (known?.stamp === (stamp ?? '')) return this.#current(file, known.module);
    const text = stamp === undefined || !SOURCE.test(file) || file.endsWith('.d.ts') ? undefined : readText(file);
    const linted = this.#linted.get(file);
    const module = text === undefined ? undefined : linted?.text === text ? linted : parseModule(file, text);
    if (known) this.#forget();
    this.#opened.set(file, { stamp: stamp ?? '', module });
    if (module && module !== linted) this.#keep(module);
    // The disk has moved on since the file was linted from it.
    if (linted && linted !== module && linted.text === known?.module?.text) this.#linted.delete(file);
    return this.#current(file, module);
  }

  /** Where an import leads. */
  resolve(from: Module, specifier: string): Resolved {
    return this.#resolver.resolve(from.path, specifier);
  }

  /** The module behind an import; `undefined` for packages and for what cannot be followed. */
  follow(from: Module, specifier: string): Module | undefined {
    const resolved = this.resolve(from, specifier);
    return resolved.kind === 'file' ? this.open(resolved.path) : undefined;
  }

  /**
   * May the module behind an import export something under this name? `false` only where its text says that it does not. Cost: the text is
   * read once, not parsed.
   */
  mayExport(from: Module, specifier: string, name: string): boolean {
    const resolved = this.resolve(from, specifier);
    if (resolved.kind !== 'file' || this.#linted.has(resolved.path)) return true;
    return this.#sketches.of(resolved.path).handsOn || this.#sketches.says(resolved.path, name);
  }

  /** The versions of a package that the project around a module asks for (`^4.18.2`); `undefined` where no package.json above it names the package. */
  dependency(module: Module, name: string): string | undefined {
    return dependencyVersion(module.path, name);
  }

  /**
   * The models that are declared for a module in a schema language of their own, in one of these places. Cost: once a folder, a look at each place
   * and the files' text.
   */
  declaredModels({ path: file }: Module, places: readonly string[]): DeclaredModels {
    const key = [path.dirname(file), ...places].join('\n');
    let known = this.#schemas.get(key);
    if (!known) {
      const { models, files } = declaredModels(file, places);
      known = { models, stamps: files.map((each) => [each, stampOf(each)]), again: () => declaredModels(file, places).models };
      this.#schemas.set(key, known);
    }
    return known.models;
  }

  /** Does any file of the package around a file import something like this? Cost: once a package, the text of its files, up to the first that does. */
  imports(file: string, limits: FollowLimits, isWanted: (specifier: string) => boolean): boolean {
    const folder = packageFolder(file);
    const root = projectRoot(file);
    if (folder === undefined || root === undefined) return false;
    let answer = this.#imports.get(folder);
    if (answer === undefined) {
      answer = this.#list(root, limits).some((each) => each.startsWith(folder + path.sep) && specifiersOf(readText(each) ?? '').some(isWanted));
      this.#imports.set(folder, answer);
    }
    return answer;
  }

  /** Does any file of a module's project have this word in its text? Cost: the first call lists the project and reads its files. */
  says(module: Module, limits: FollowLimits, word: string): boolean {
    if (module.text.includes(word)) return true;
    const root = projectRoot(module.path);
    return root !== undefined && this.#saying(root, limits, [word]).length > 0;
  }

  /** The source files beside a module, in its folder. */
  siblings(module: Module): readonly string[] {
    const folder = path.dirname(module.path);
    try {
      return fs.readdirSync(folder).filter((name) => SOURCE.test(name) && !name.endsWith('.d.ts')).map((name) => path.join(folder, name));
    } catch {
      return [];
    }
  }

  /** The source files in a folder of the package around a module, and in the folders below it. Cost: they are listed. */
  filesIn(module: Module, folder: string): readonly string[] {
    const home = packageFolder(module.path);
    if (home === undefined) return [];
    try {
      return fs.readdirSync(path.join(home, folder), { recursive: true, encoding: 'utf8' }).filter((name) => SOURCE.test(name) && !name.endsWith('.d.ts')).map((name) => path.join(home, folder, name));
    } catch {
      return [];
    }
  }

  /**
   * The modules that import this one, or that a few imports lead to it. Cost: the first call lists the project and reads its files; what the
   * text rules out is not parsed.
   */
  importersOf(module: Module, limits: FollowLimits, { name, anyOf, mention = 'any', within }: Wanted): Module[] {
    const root = projectRoot(module.path);
    if (root === undefined) return [];
    const importers = this.#importersIn(root, limits);
    const isWanted = (file: string): boolean => (!within || within.has(file)) && (!anyOf || anyOf.some((word) => this.#sketches.says(file, word, mention)));
    const indirect = name === undefined ? [] : this.#indirect(module.path, importers, this.#sketches.saying(name, mention));
    return [...(importers.get(module.path) ?? []), ...indirect].filter(isWanted).flatMap((file) => this.open(file) ?? []);
  }

  /** The other files of a module's project that have one of these words in their text, or import one of these packages; where `besides` are given, only those that have one of them, too. */
  mentioning(module: Module, limits: FollowLimits, words: readonly string[], packages: readonly string[] = [], besides: readonly string[] = []): Module[] {
    return this.#mentioning(module, limits, words, packages, besides).flatMap((file) => (file === module.path ? [] : (this.open(file) ?? [])));
  }

  /** The same in the package around a module, and the module itself if it is one of them: the same files whichever of the package's modules is asked with. */
  mentioningAtHome(module: Module, limits: FollowLimits, words: readonly string[], packages: readonly string[], besides: readonly string[]): Module[] {
    const home = packageFolder(module.path);
    return this.#mentioning(module, limits, words, packages, besides).flatMap((file) => (packageFolder(file) === home ? (file === module.path ? module : (this.open(file) ?? [])) : []));
  }

  #mentioning(module: Module, limits: FollowLimits, words: readonly string[], packages: readonly string[], besides: readonly string[]): string[] {
    const root = projectRoot(module.path);
    return root === undefined ? [] : this.#saying(root, limits, words, packages).filter((file) => besides.length === 0 || besides.some((word) => this.#sketches.says(file, word)));
  }

  /** Stands for the package around a module, as a key of answers that are the same for all its modules. */
  home({ path: file }: Module): object {
    const folder = packageFolder(file) ?? '';
    const known = this.#homes.get(folder) ?? { folder };
    this.#homes.set(folder, known);
    return known;
  }

  /** The files of a project that have one of these words in their text, or import one of these packages, in the order of the listing. */
  #saying(root: string, limits: FollowLimits, words: readonly string[], packages: readonly string[] = []): string[] {
    const files = this.#list(root, limits);
    for (const file of files) this.#sketches.of(file);
    const saying = new Set(words.flatMap((word) => this.#sketches.saying(word)));
    return files.filter((file) => saying.has(file) || packages.some((name) => this.#sketches.of(file).specifiers.includes(name)));
  }

  /** Of some files those from which more than one import leads to a file, nearest first, as many as are looked at. */
  #indirect(file: string, importers: ReadonlyMap<string, readonly string[]>, among: readonly string[]): string[] {
    if (among.length === 0) return [];
    const around = this.#around(file, importers);
    const places = among.flatMap((each) => {
      const place = around.get(each);
      return place && place.distance > 1 ? [{ file: each, order: place.order }] : [];
    });
    return places.sort((a, b) => a.order - b.order).slice(0, MOST_INDIRECT).map((place) => place.file);
  }

  /** The files from which imports lead to a file, with how many imports, and in which order they are met. */
  #around(file: string, importers: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, Place> {
    const known = this.#places.get(file);
    if (known) return known;
    const places = new Map([[file, { distance: 0, order: 0 }]]);
    // A map hands out what is added to it while it is read.
    for (const [at, { distance }] of places) {
      if (distance < FARTHEST_IMPORTER) for (const importer of importers.get(at) ?? []) if (!places.has(importer)) places.set(importer, { distance: distance + 1, order: places.size });
    }
    places.delete(file);
    this.#places.set(file, places);
    return places;
  }

  #current(file: string, module: Module | undefined): Module | undefined {
    return this.#linted.get(file) ?? module;
  }

  /** Who imports what, over a whole project: worked out once, from the text of its files. */
  #importersIn(root: string, limits: FollowLimits): ReadonlyMap<string, readonly string[]> {
    const listing = this.#list(root, limits);
    let known = this.#importers.get(root);
    if (!known) {
      known = new Map<string, string[]>();
      for (const file of listing) {
        for (const specifier of this.#sketches.of(file).specifiers) {
          const resolved = this.#resolver.resolve(file, specifier);
          if (resolved.kind !== 'file' || resolved.path === file) continue;
          const importers = known.get(resolved.path);
          if (!importers) known.set(resolved.path, [file]);
          else if (importers.at(-1) !== file) importers.push(file);
        }
      }
      this.#importers.set(root, known);
    }
    return known;
  }

  #list(root: string, limits: FollowLimits): readonly string[] {
    const known = this.#listings.get(root);
    const start = this.#now();
    // While nothing is linted twice, nothing is edited.
    if (known && (!this.#comesAgain || start < known.until)) return known.files;
    const files: string[] = [];
    const folders = [root];
    for (let folder = folders.shift(); folder !== undefined && files.length < limits.files; folder = folders.shift()) {
      let entries: fs.Dirent[];
      try {
        entries = fs.readdirSync(folder, { withFileTypes: true });
      } catch {
        continue;
      }
      if (isServed(folder, entries)) continue;
      for (const entry of entries) {
        if (entry.isDirectory()) {
          if (!SKIPPED.has(entry.name) && !entry.name.startsWith('.')) folders.push(path.join(folder, entry.name));
        } else if (SOURCE.test(entry.name) && !entry.name.endsWith('.d.ts') && !/\.(?:test|spec|min)\./.test(entry.name)) files.push(path.join(folder, entry.name));
      }
    }
    if (known && this.#hasChanged(known.files, files)) this.#forget();
    const end = this.#now();
    this.#listings.set(root, { files, limits, until: end + Math.max(LISTING_AGE, SELDOM * (end - start)) });
    return files;
  }

  #hasChanged(before: readonly string[], after: readonly string[]): boolean {
    if (before.length !== after.length || before.some((file, index) => file !== after[index])) return true;
    return after.some((file) => {
      const sketch = this.#sketches.known(file);
      return sketch !== undefined && sketch.stamp !== (stampOf(file) ?? '');
    });
  }

  /** Begins anew to ask whether files have changed: for each file where they come again, as in an editor, and else as seldom as folders are listed. */
  #nextRound(again: boolean): void {
    this.#comesAgain ||= again;
    const now = this.#now();
    if (this.#comesAgain || now - this.#roundSince >= LISTING_AGE) {
      this.#round++;
      this.#roundSince = now;
    }
    if (again) this.#refresh();
  }

  /** Forgets the answers if a file that they may rest on has changed or appeared. Not more often than a listing is trusted. */
  #refresh(): void {
    const start = this.#now();
    if (start < this.#freshUntil) return;
    const changed = [...this.#opened, ...this.#sketches.stamps()].some(([file, { stamp }]) => stamp !== (stampOf(file) ?? ''));
    if (changed || this.#resolver.hasNews() || [...this.#schemas.values()].some(hasNews)) this.#forget();
    for (const [root, { limits }] of this.#listings) this.#list(root, limits);
    const end = this.#now();
    this.#freshUntil = end + Math.max(LISTING_AGE, SELDOM * (end - start));
  }

  /** Answers may have rested on what has changed. Parsed files stay. */
  #forget(): void {
    this.#forgetAnswers();
    this.#importers = new Map();
    this.#imports = new Map();
    this.#places = new Map();
    this.#schemas = new Map();
    this.#sketches = new Sketches();
    this.#resolver = new Resolver();
    forgetWorkspaces();
  }

  #forgetAnswers(): void {
    this.#files = new Map();
    this.#version++;
  }

  #keep(module: Module): void {
    this.#keptText += module.text.length;
  }

  /** Between two files only, so that no answer holds nodes of a module that is parsed anew under it. */
  #evict(): void {
    if (this.#keptText <= KEPT_TEXT || (this.#keptText <= MOST_TEXT && this.#hasRoom())) return;
    this.#keptText = 0;
    this.#opened.clear();
    this.#checked.clear();
    this.#linted.clear();
    this.#version++;
  }
}

function hasNews({ models, stamps, again }: Schema): boolean {
  return models.size === 0 ? again().size > 0 : stamps.some(([file, stamp]) => stampOf(file) !== stamp);
}

/** Is a folder called `public` served as it is? One that holds nothing but sources is a part of the code: `routes/public`. */
function isServed(folder: string, entries: readonly fs.Dirent[]): boolean {
  return path.basename(folder) === 'public' && entries.some((entry) => (entry.isDirectory() ? SERVED.has(entry.name) : !SOURCE.test(entry.name)));
}

function heapHasRoom(): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used < limit * ROOM;
}

/** The comments of a host's tree: ESLint takes no tree without them. */
function commentsOf(program: Program): Module['comments'] {
  const { comments } = program as unknown as { readonly comments: readonly { readonly value: string; readonly range: readonly [number, number] }[] };
  return comments.map(({ value, range: [start, end] }) => ({ value, start, end }));
}

/** A host's tree with `start` and `end` on each node, which some parsers give as `range` only. They are added where nobody else sees them. */
function placed(program: Program): Program {
  walk(program, (node) => {
    const { range } = node as { readonly range?: readonly [number, number] };
    if (range && !('start' in node)) Object.defineProperties(node, { start: { value: range[0], configurable: true }, end: { value: range[1], configurable: true } });
    return undefined;
  });
  return program;
}
