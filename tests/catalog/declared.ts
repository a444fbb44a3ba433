/** Asks a library's own type declarations whether what the catalogue says of it exists. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Library, Member, Slot } from '../../src/catalog/vocabulary.js';

/** Which real declarations stand behind one library's entry. */
export interface Declarations {
  readonly library: Library;
  /** The modules that a reader imports the exports from. */
  readonly modules: readonly string[];
  /** For each catalogued type the TypeScript types that have its members; a name must stand in one of them. */
  readonly types: Readonly<Record<string, string | readonly string[]>>;
  /** Types that no declaration names, and what they are instead. */
  readonly unnamed?: Readonly<Record<string, string>>;
  /** Names (`export`, `Type.member`) that these declarations do not have, and where they come from. */
  readonly onlyIn?: Readonly<Record<string, string>>;
}

interface Resolved {
  readonly types: ReadonlyMap<string, readonly ts.Type[]>;
  readonly exports: ReadonlySet<string>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** One program for all libraries: each type is an alias in a source text that only exists in memory. */
export class Declared {
  readonly #checker: ts.TypeChecker;
  readonly #source: ts.SourceFile;
  readonly #resolved = new Map<Declarations, Resolved>();
  /** Where each alias of the source text belongs. */
  readonly #aliases: { declarations: Declarations; type: string; text: string }[] = [];
  readonly #modules: { declarations: Declarations; module: string }[] = [];

  constructor(all: readonly Declarations[]) {
    for (const declarations of all) {
      for (const module of declarations.modules) this.#modules.push({ declarations, module });
      for (const [type, texts] of Object.entries(declarations.types)) {
        for (const text of typeof texts === 'string' ? [texts] : texts) this.#aliases.push({ declarations, type, text });
      }
    }
    const name = `${ROOT}tests/catalog/declared.generated.ts`;
    const text = [
      ...this.#modules.map(({ module }, index) => `import * as M${index} from '${module}';\nexport type _M${index} = typeof M${index};`),
      ...this.#aliases.map((alias, index) => `export type A${index} = ${alias.text};`),
    ].join('\n');
    const options: ts.CompilerOptions = {
      target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
      strict: true, skipLibCheck: true, noEmit: true, esModuleInterop: true, types: ['node'], experimentalDecorators: true,
    };
    const host = ts.createCompilerHost(options);
    const getSourceFile = host.getSourceFile.bind(host);
    host.getSourceFile = (file, ...rest) => (file === name ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) : getSourceFile(file, ...rest));
    const fileExists = host.fileExists.bind(host);
    host.fileExists = (file) => file === name || fileExists(file);
    const program = ts.createProgram([name], options, host);
    this.#checker = program.getTypeChecker();
    const source = program.getSourceFile(name);
    if (source === undefined) throw new Error('the generated source was not read');
    this.#source = source;
    this.#broken = program.getSemanticDiagnostics(source).map((diagnostic) => `${source.text.slice(diagnostic.start ?? 0, (diagnostic.start ?? 0) + (diagnostic.length ?? 0))}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`);
  }

  readonly #broken: readonly string[];

  /** What is wrong with the mappings themselves: a module or a type that does not exist. */
  get broken(): readonly string[] {
    return this.#broken;
  }

  /** One line for every catalogued name that the declarations do not have. */
  missing(declarations: Declarations): string[] {
    const { types, exports } = this.#resolve(declarations);
    const { library, onlyIn = {}, unnamed = {} } = declarations;
    const problems: string[] = [];
    const check = (key: string, absent: string | undefined) => {
      if (absent !== undefined && !Object.hasOwn(onlyIn, key)) problems.push(`${key}: ${absent}`);
      if (absent === undefined && Object.hasOwn(onlyIn, key)) problems.push(`${key}: stands in onlyIn and exists`);
    };
    for (const name of Object.keys(library.exports)) check(name, exports.has(name) ? undefined : 'no such export');
    for (const [type, shape] of Object.entries(library.types)) {
      if (Object.hasOwn(unnamed, type)) continue;
      const real = types.get(type);
      if (real === undefined) {
        if (shape.members || shape.call || shape.construct) problems.push(`${type}: no declaration is named for it`);
        continue;
      }
      for (const [name, member] of Object.entries(shape.members ?? {})) check(`${type}.${name}`, this.#absent(real, name, member));
      if (shape.call) check(`${type}()`, real.some((one) => one.getCallSignatures().length > 0) ? undefined : 'cannot be called');
      if (shape.construct) check(`new ${type}`, real.some((one) => one.getConstructSignatures().length > 0) ? undefined : 'cannot be constructed');
    }
    const known = new Set([...Object.keys(library.exports), ...Object.entries(library.types).flatMap(([type, shape]) => [`${type}()`, `new ${type}`, ...Object.keys(shape.members ?? {}).map((name) => `${type}.${name}`)])]);
    for (const key of Object.keys(onlyIn)) if (!known.has(key)) problems.push(`${key}: stands in onlyIn and is not catalogued`);
    for (const type of [...Object.keys(declarations.types), ...Object.keys(unnamed)]) if (!Object.hasOwn(library.types, type)) problems.push(`${type}: is mapped and is not catalogued`);
    return problems;
  }

  #resolve(declarations: Declarations): Resolved {
    let resolved = this.#resolved.get(declarations);
    if (resolved) return resolved;
    const types = new Map<string, ts.Type[]>();
    const exports = new Set<string>();
    for (const statement of this.#source.statements) {
      if (ts.isTypeAliasDeclaration(statement) && /^A\d+$/.test(statement.name.text)) {
        const alias = this.#aliases[Number(statement.name.text.slice(1))];
        if (alias?.declarations !== declarations) continue;
        types.set(alias.type, [...(types.get(alias.type) ?? []), this.#checker.getTypeFromTypeNode(statement.type)]);
      } else if (ts.isImportDeclaration(statement)) {
        const binding = statement.importClause?.namedBindings;
        if (!binding || !ts.isNamespaceImport(binding)) continue;
        const module = this.#modules[Number(binding.name.text.slice(1))];
        if (module?.declarations !== declarations) continue;
        const symbol = this.#checker.getSymbolAtLocation(statement.moduleSpecifier);
        if (symbol === undefined) continue;
        for (const one of this.#checker.getExportsOfModule(symbol)) exports.add(one.name);
        const whole = symbol.exports?.get(ts.InternalSymbolName.ExportEquals);
        if (whole) {
          exports.add('default');
          for (const one of this.#checker.getTypeOfSymbolAtLocation(whole, statement).getProperties()) exports.add(one.name);
        }
      }
    }
    resolved = { types, exports };
    this.#resolved.set(declarations, resolved);
    return resolved;
  }

  /** Why a member, with its slots, is not what the declarations say; `undefined` if it is. */
  #absent(real: readonly ts.Type[], name: string, member: Member): string | undefined {
    const found = real.flatMap((one) => {
      if (one.flags & ts.TypeFlags.Any) return [];
      const property = this.#checker.getPropertyOfType(this.#checker.getApparentType(one), name);
      return property ? [this.#checker.getNonNullableType(this.#checker.getTypeOfSymbolAtLocation(property, this.#source))] : [];
    });
    if (found.length === 0) return 'no such member';
    const signatures = found.flatMap((one) => (one.isUnion() ? one.types : [one])).flatMap((one) => [...one.getCallSignatures(), ...one.getConstructSignatures()]);
    for (const slot of slotsOf(member)) if (signatures.length > 0 && !this.#hasSlot(signatures, slot)) return `no parameter has ${JSON.stringify(slot)}`;
    return undefined;
  }

  #hasSlot(signatures: readonly ts.Signature[], [at, ...path]: Slot): boolean {
    if (at < 0) return signatures.some(({ parameters }) => parameters.length > 0);
    return signatures.some((signature) => {
      const last = signature.parameters.at(-1);
      const rest = last?.valueDeclaration && ts.isParameter(last.valueDeclaration) && last.valueDeclaration.dotDotDotToken !== undefined;
      const parameter = signature.parameters[at] ?? (rest ? last : undefined);
      if (parameter === undefined) return false;
      const type = this.#checker.getTypeOfSymbolAtLocation(parameter, this.#source);
      if (rest && parameter === last) return true;
      return this.#hasPath(type, path);
    });
  }

  #hasPath(type: ts.Type, [name, ...rest]: readonly string[]): boolean {
    if (name === undefined || name === '*' || name === '()') return true;
    return this.#parts(type).some((part) => {
      // What is not known says nothing against the slot.
      if (part.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return true;
      const property = this.#checker.getPropertyOfType(part, name);
      if (property) return this.#hasPath(this.#checker.getTypeOfSymbolAtLocation(property, this.#source), rest);
      return this.#checker.getIndexInfoOfType(part, ts.IndexKind.String) !== undefined;
    });
  }

  #parts(type: ts.Type): readonly ts.Type[] {
    const base = this.#checker.getBaseConstraintOfType(type) ?? type;
    return base.isUnion() ? base.types.flatMap((one) => this.#parts(one)) : [this.#checker.getApparentType(base)];
  }
}

/** Every slot that a member speaks of. */
export function slotsOf(member: Member): Slot[] {
  const { query, step, names, callbacks = [], code = [], defines, hook, printsLine, secret, setsStatus, token } = member;
  return [
    ...[setsStatus, printsLine].filter((slot) => slot !== undefined),
    ...[query, step].flatMap((shape) => (shape ? [...(shape.size ?? []), ...(shape.filter ?? []), ...(shape.data ?? []), ...(shape.sql ? [shape.sql] : [])] : [])),
    ...(typeof names === 'object' ? [names] : []),
    ...code,
    ...(secret?.at ?? []),
    ...[token?.payload, token?.token, ...(token?.keys ?? []), ...(token?.expiry ?? []), token?.ignoresExpiry, ...(token?.algorithms ?? []), token?.unchecked].filter((slot) => slot !== undefined),
    ...callbacks.map(({ at }): Slot => [at]),
    ...[defines?.name, defines?.fields, defines?.options].filter((slot) => slot !== undefined),
    ...(hook ? [...(typeof hook.event === 'object' ? [hook.event] : []), [hook.handler] as const] : []),
  ];
}

/** The same reason for several names. */
export function because(reason: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}
