/** Looking libraries up: by import specifier, by global name, and a type's members by name. */
import { BACKEND_KINDS, ELSEWHERE_TOO, FURTHER_BACKENDS, type Library, type Member, SERVER_BUILTINS, type TypeShape, libraries } from '#catalog';
import { push } from '../binding/scope.js';
import { packageName } from '../modules/workspaces.js';

type Likeness = NonNullable<Library['likeness']>[number];

/** The libraries of one configuration: the plugin's own and the clients that settings add. */
export class Catalogue {
  readonly all: readonly Library[];
  readonly #exact = new Map<string, Library>();
  readonly #prefixes: [string, Library][] = [];
  readonly #globals = new Map<string, { library: Library; member: Member }>();
  /** The ways in which handlers are known by their parameters' names. */
  readonly handlerNames: readonly { readonly library: Library; readonly known: NonNullable<Library['handlerNames']>[number] }[];
  readonly #adding: readonly Library[];
  readonly #backends = new Set<string>();
  readonly #backendScopes = new Set<string>();
  /** Do settings describe clients of the project's own? */
  readonly #isExtended: boolean;
  readonly #likelyNames = new Map<string, { readonly library: Library; readonly type: string }>();
  readonly #likenesses = new Map<string, { readonly library: Library; readonly likeness: Likeness; readonly needsKey: boolean }[]>();
  readonly #derived = new Map<object, Map<string, unknown>>();

  constructor(added: readonly Library[] = []) {
    this.all = [...added, ...libraries];
    this.handlerNames = this.all.flatMap((library) => (library.handlerNames ?? []).map((known) => ({ library, known })));
    this.#isExtended = added.length > 0;
    this.#adding = this.all.filter((library) => library.adds);
    for (const library of this.all) {
      for (const name of library.packages) {
        if (name.endsWith('/*')) this.#prefixes.push([name.slice(0, -1), library]);
        else if (!this.#exact.has(name)) this.#exact.set(name, library);
      }
      for (const [name, member] of Object.entries(library.globals ?? {})) if (!this.#globals.has(name)) this.#globals.set(name, { library, member });
      for (const [name, type] of Object.entries(library.likelyNames ?? {})) if (!this.#likelyNames.has(name)) this.#likelyNames.set(name, { library, type });
      for (const likeness of library.likeness ?? []) {
        const { methods, withKeys } = likeness;
        for (const method of methods) push(this.#likenesses, method, { library, likeness, needsKey: false });
        for (const method of withKeys?.methods ?? []) if (!methods.includes(method)) push(this.#likenesses, method, { library, likeness, needsKey: true });
      }
    }
    const described = libraries.filter(({ kind, inProcess }) => BACKEND_KINDS.has(kind) && !inProcess).flatMap(({ packages }) => packages);
    for (const specifier of [...described, ...FURTHER_BACKENDS]) {
      const name = packageName(specifier);
      if (name.endsWith('/*')) this.#backendScopes.add(name.slice(0, -2));
      // `./$types` is a module that a framework writes, beside the app's own.
      else if (!name.startsWith('.') && !ELSEWHERE_TOO.has(name)) this.#backends.add(name);
    }
  }

  /** Does a package, or one of Node's own modules, say that what depends on it is a backend? Where settings add libraries, every package does. */
  saysBackend(specifier: string): boolean {
    if (this.#isExtended) return true;
    const name = packageName(specifier);
    return this.#backends.has(name) || this.#backendScopes.has(name.split('/')[0] ?? '') || SERVER_BUILTINS.has(specifier.replace(/^node:/, ''));
  }

  /** The library that an import specifier belongs to; `undefined` for packages that nobody described. */
  byPackage(specifier: string): Library | undefined {
    const plain = specifier.startsWith('node:') ? specifier.slice(5) : specifier;
    return this.#exact.get(specifier) ?? this.#exact.get(plain) ?? this.#prefixes.find(([prefix]) => specifier.startsWith(prefix))?.[1];
  }

  /** What other libraries may put on a type under a name, each with the packages that a project must depend on for it. */
  additions(library: Library, type: string, name: string): { library: Library; member: Member }[] {
    return this.#adding.flatMap((other) => {
      const member = Object.entries(other.adds ?? {}).find(([owner, types]) => library.packages.includes(owner) && types[type])?.[1][type]?.[name];
      return member ? [{ library: other, member }] : [];
    });
  }

  /** The library whose client a name says that something is, where nothing else tells. */
  likelyName(name: string): { readonly library: Library; readonly type: string } | undefined {
    return this.#likelyNames.get(name);
  }

  /** What a receiver of a method may be by its shape. `needsKey`: only where the call names one of the likeness's keys. */
  likenesses(method: string): readonly { readonly library: Library; readonly likeness: Likeness; readonly needsKey: boolean }[] {
    return this.#likenesses.get(method) ?? [];
  }

  /** What follows from the catalogue alone, or from one of its libraries, worked out once. */
  derived<V>(name: string, work: () => V, library?: Library): V {
    const about = library ?? this;
    const known = this.#derived.get(about) ?? new Map<string, unknown>();
    this.#derived.set(about, known);
    if (!known.has(name)) known.set(name, work());
    return known.get(name) as V;
  }

  /** Everything that libraries export or have as a type's member, by name. Cost: the whole catalogue; use it in `derived`. */
  *named(): Generator<[name: string, member: Member, library: Library]> {
    for (const library of this.all) {
      for (const [name, member] of Object.entries(library.exports)) yield [name, member, library];
      for (const shape of Object.values(library.types)) for (const [name, member] of Object.entries(shape.members ?? {})) yield [name, member, library];
    }
  }

  /** A name that needs no import. */
  global(name: string): { library: Library; member: Member } | undefined {
    return this.#globals.get(name);
  }
}

const patterns = new Map<string, RegExp>();

/** A type of a library by name. */
export function typeOf(library: Library, type: string): TypeShape | undefined {
  return Object.hasOwn(library.types, type) ? library.types[type] : undefined;
}

/** A type's member: its own, an inherited one, one by pattern, or the one that stands for any other name. */
export function memberOf(library: Library, type: string, name: string): Member | undefined {
  let any: Member | undefined;
  for (let shape = typeOf(library, type); shape; shape = shape.extends === undefined ? undefined : typeOf(library, shape.extends)) {
    if (shape.members && Object.hasOwn(shape.members, name)) return shape.members[name];
    for (const pattern of shape.patterns ?? []) {
      let expression = patterns.get(pattern.name);
      if (!expression) {
        expression = new RegExp(pattern.name);
        patterns.set(pattern.name, expression);
      }
      if (expression.test(name)) return pattern.member;
    }
    any ??= shape.any;
  }
  return any;
}

/** A field of a type or of one that it extends. */
export function typeField<K extends keyof TypeShape>(library: Library, type: string, field: K): TypeShape[K] | undefined {
  for (let shape = typeOf(library, type); shape; shape = shape.extends === undefined ? undefined : typeOf(library, shape.extends)) {
    if (shape[field] !== undefined) return shape[field];
  }
  return undefined;
}

/** An export of a package by name, read through its default where that is an object of the same names (`require('x').y`). */
export function exportOf(library: Library, name: string): Member | undefined {
  if (Object.hasOwn(library.exports, name)) return library.exports[name];
  const fallback = library.exports.default;
  return name !== 'default' && fallback?.type ? memberOf(library, fallback.type, name) : undefined;
}
