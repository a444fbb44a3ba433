/** What the app puts on a framework's values under names of its own, for others to read there: `app.decorate('db', db)`, `c.set('db', db)`, `app.locals.db = db`. */
import type { Hanging, Library, Member } from '#catalog';
import { exportOf, memberOf, typeField } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, calleeOf, enclosingClass, isCall, parentOf, wrapped } from '../syntax/ast.js';
import { functionName, keyName, lastName, objectProperty, staticString } from '../syntax/names.js';
import type { Analysis } from './analysis.js';
import { firstKnown, type LibraryValue, UNKNOWN, type Value } from './value.js';

/**
 * What stands under a name on a framework's value: what the file itself puts there, else what other files of its package do, or declare to be there.
 * Anything but a framework's value gives `unknown`.
 * @param at where it is read
 */
export function hungValue(analysis: Analysis, at: Node, object: Value, name: string): Value {
  if (object.kind !== 'library' || object.library.kind !== 'framework' || object.many) return UNKNOWN;
  const { library } = object;
  const type = typeField(library, object.type, 'shows') ?? object.type;
  const module = moduleOf(at);
  const path = object.below === undefined ? name : `${object.below}.${name}`;
  const own = firstKnown(hungIn(analysis, module, object, type, path));
  if (own.kind !== 'unknown' || !analysis.options.followImports) return own;
  const ways = waysOnto(analysis, library, type);
  return analysis.once(`hung:${library.name}:${type}:${path}`, analysis.project.home(module), UNKNOWN, () => {
    const others = (words: readonly string[]): readonly Module[] => (words.length === 0 ? [] : analysis.mentioning(module, [name], [], words).filter((other) => analysis.project.home(other) === analysis.project.home(module)));
    return firstKnown([
      ...others(ways).map((other) => firstKnown(hungIn(analysis, other, object, type, path))),
      ...typesOnto(analysis, module, library, type).map((value) => analysis.memberValue(value, name)),
      ...[module, ...others(['declare'])].map((other) => declaredIn(analysis, other, library, type, name)),
    ]);
  });
}

/**
 * Is a function part of something that its package puts on a framework's values: a method of a class or object that is found there? Then others call it
 * without an import. Cost: once a package, its files that put something there.
 */
export function isHung(analysis: Analysis, fn: FunctionNode): boolean {
  const things = hungThings(analysis, moduleOf(fn));
  if (things.has(fn)) return true;
  const owner = enclosingClass(fn) ?? (parentOf(wrapped(fn))?.type === 'Property' ? parentOf(parentOf(wrapped(fn))!) : undefined);
  return owner !== undefined && things.has(owner);
}

/** The names under which a function that is written in such a call, or named in one of its file, is put there: the last of `server.method('users.list', fn)`. */
export function hungNames(analysis: Analysis, fn: FunctionNode): readonly string[] {
  const words = analysis.catalogue.derived('allHangingWords', () => new Set(analysis.catalogue.all.flatMap((library) => (library.kind === 'framework' ? hangingWords(analysis, library) : []))));
  const name = functionName(fn);
  const mentions: readonly Node[] = [fn, ...(name === undefined ? [] : (moduleOf(fn).bindings.identifiers.get(name) ?? []))];
  // By the words first: what is called can hang on who calls this very function.
  if (!mentions.some((mention) => words.has(calleeAround(mention) ?? ''))) return [];
  return [...(hungThings(analysis, moduleOf(fn)).get(fn) ?? [])];
}

/** The last name of what is called around an argument, or around an object in which this is a property. */
function calleeAround(node: Node): string | undefined {
  const holder = parentOf(wrapped(node));
  const call = holder?.type === 'Property' && holder.parent ? parentOf(wrapped(holder.parent)) : holder;
  return isCall(call) && calleeOf(call) !== node ? lastName(calleeOf(call)) : undefined;
}

/** The classes, objects and functions of the app that its package puts on a framework's values by a call, with the names that they have there. */
function hungThings(analysis: Analysis, module: Module): ReadonlyMap<Node, ReadonlySet<string>> {
  return analysis.once<ReadonlyMap<Node, ReadonlySet<string>>>('hungThings', analysis.home(module), new Map(), () => {
    const found = new Map<Node, Set<string>>();
    for (const library of analysis.catalogue.all) {
      const ways = library.kind === 'framework' ? hangingWords(analysis, library) : [];
      if (ways.length === 0) continue;
      for (const other of analysis.mentioningAtHome(module, ways, [], frameworkWords(analysis, library))) {
        for (const { hangs, call } of hangingCalls(analysis, other, library, ways)) {
          if ('of' in hangs) continue;
          const named = slotValue(call, hangs.name);
          add(analysis, found, named?.type === 'ObjectExpression' ? named : slotValue(call, hangs.value), named && staticString(named)?.split('.').at(-1), 0);
        }
      }
    }
    return found;
  });
}

/** Adds what an expression is, and what stands in it where it is an object. */
function add(analysis: Analysis, found: Map<Node, Set<string>>, node: Node | undefined, name: string | undefined, depth: number): void {
  if (!node || node.type === 'SpreadElement') return;
  const value = analysis.valueOf(node as Expression);
  const thing = value.kind === 'instance' ? value.of : value.kind === 'class' || value.kind === 'object' ? value.node : value.kind === 'function' ? value.fn : undefined;
  if (!thing) return;
  const names = found.get(thing) ?? new Set<string>();
  found.set(thing, name === undefined ? names : names.add(name));
  if (value.kind === 'object' && depth < 2) for (const property of value.node.properties) if (property.type === 'Property') add(analysis, found, property.value, keyName(property.key, property.computed), depth + 1);
}

/** What a member gives by the name in a slot of its call: `c.get('db')`; `unknown` where nothing of that name is put there. */
export function givenUnderName(analysis: Analysis, member: Member, receiver: LibraryValue | undefined, call: Call): Value {
  const slot = member.hung && call.type === 'CallExpression' && call.arguments.length === 1 ? slotValue(call, member.hung) : undefined;
  const name = slot && staticString(slot);
  return name === undefined || !receiver ? UNKNOWN : hungValue(analysis, call, receiver, name);
}

/** What a file has in it that puts something on a framework's values: its name, or what a parameter that it goes by alone is called (`register: (server) => …`). */
function frameworkWords(analysis: Analysis, library: Library): readonly string[] {
  return analysis.catalogue.derived('frameworkWords', () => {
    const takes = (type: string | undefined): boolean => Object.values((type === undefined ? undefined : library.types[type]?.members) ?? {}).some(({ hangs }) => hangs !== undefined);
    const parameters = (library.handlerNames ?? []).flatMap(({ shape, params }) => params.flatMap((names, index) => (takes(library.handlers?.[shape]?.params[index]) ? names : [])));
    return [...new Set([...library.packages.flatMap((name) => name.match(/\w+/g)?.[0] ?? []), ...parameters])];
  }, library);
}

function hangingsOf({ hangs }: Member): readonly Hanging[] {
  return hangs === undefined ? [] : Array.isArray(hangs) ? (hangs as readonly Hanging[]) : [hangs as Hanging];
}

/** The words by which something is put on a type: the methods that do so, and the properties under which such a value stands on others. */
function waysOnto(analysis: Analysis, library: Library, type: string): readonly string[] {
  return analysis.catalogue.derived(`waysOnto:${type}`, () => [
    ...Object.entries(library.exports).flatMap(([name, member]) => (hangingsOf(member).some(({ on }) => on === type) ? [name] : [])),
    ...Object.entries(library.types).flatMap(([owner, { members = {} }]) =>
      Object.entries(members).flatMap(([name, member]) => (hangingsOf(member).some(({ on = owner }) => (typeof on === 'string' ? on === type : Object.values(on.types).includes(type))) || member.type === type ? [name] : []))),
  ], library);
}

/**
 * The types by which other files of the package say what is put on values of a type: `new Hono<AppEnv>()`. Such a file need not have the names in it.
 * Cost: once a package and type, its files that import the library.
 */
function typesOnto(analysis: Analysis, module: Module, library: Library, type: string): readonly Value[] {
  const words = analysis.catalogue.derived(`typesOnto:${type}`, () => [library.exports, ...Object.values(library.types).map(({ members = {} }) => members)].flatMap((members) => Object.entries(members)).flatMap(([name, member]) => (hangingsOf(member).some((hangs) => 'of' in hangs && hangs.on === type) ? [name] : [])), library);
  if (words.length === 0) return [];
  return analysis.once<readonly Value[]>(`typesOnto:${library.name}:${type}`, analysis.home(module), [], () =>
    analysis.mentioningAtHome(module, [], library.packages, words).flatMap((other) =>
      [...hangingCalls(analysis, other, library, words)].flatMap(({ hangs, call }) => ('of' in hangs && hangs.on === type ? [typeArgument(analysis, hangs, call)] : []))));
}

/**
 * What one file puts under a name on values of a type.
 * @param object what it is read from
 */
function* hungIn(analysis: Analysis, module: Module, object: LibraryValue, type: string, name: string): Generator<Value> {
  const { library } = object;
  for (const member of module.bindings.members.get(name) ?? []) {
    const assignment = parentOf(member);
    if (assignment?.type !== 'AssignmentExpression' || assignment.left !== member) continue;
    const owner = analysis.valueOf(member.object);
    if (owner.kind === 'library' && owner.library === library && owner.type === type) yield analysis.valueOf(assignment.right);
  }
  for (const { hangs, call, on } of hangingCalls(analysis, module, library, waysOnto(analysis, library, type))) {
    if (on !== type) continue;
    if ('of' in hangs) {
      yield analysis.memberValue(typeArgument(analysis, hangs, call), name);
      continue;
    }
    const named = slotValue(call, hangs.name);
    const text = named && staticString(named);
    const value = named?.type === 'ObjectExpression' ? objectProperty(named, name)?.value : text === name ? slotValue(call, hangs.value) : undefined;
    if (value && value.type !== 'SpreadElement') yield analysis.valueOf(value as Expression);
    else if (hangs.nested && text?.startsWith(`${name}.`)) yield { ...object, type, below: name };
  }
}

/** The calls of a file that put something on a framework's values. */
function* hangingCalls(analysis: Analysis, { bindings }: Module, library: Library, words: readonly string[]): Generator<{ readonly hangs: Hanging; readonly call: Call; readonly on: string | undefined }> {
  // By name: this is asked for each property that nobody knows, and most calls are none of these.
  for (const mention of words.flatMap((word) => [...(bindings.members.get(word) ?? []), ...(bindings.identifiers.get(word) ?? [])])) {
    const call = parentOf(wrapped(mention));
    if (!isCall(call) || calleeOf(call) !== mention) continue;
    const callee = analysis.valueOf(calleeOf(call));
    if (callee.kind !== 'member' || callee.library !== library) continue;
    for (const hangs of hangingsOf(callee.member)) {
      const by = typeof hangs.on === 'object' ? slotValue(call, hangs.on.by) : undefined;
      const on = typeof hangs.on === 'object' ? hangs.on.types[(by && staticString(by)) ?? ''] : (hangs.on ?? callee.receiver?.type);
      yield { hangs, call, on };
    }
  }
}

/** What is of a call's type argument: `context<Context>()`; of a function's type, what it gives. */
function typeArgument(analysis: Analysis, hangs: Extract<Hanging, { of: 'typeArgument' }>, call: Call): Value {
  const [argument] = call.typeArguments?.params ?? [];
  const value = argument ? analysis.typeValue(argument) : UNKNOWN;
  const whole = value.kind === 'function' ? analysis.resultOf(value.fn) : value;
  return (hangs.below ?? []).reduce((inner, name) => analysis.memberValue(inner, name), whole);
}

/** The methods of a library that put something on its values. */
function hangingWords(analysis: Analysis, library: Library): readonly string[] {
  return analysis.catalogue.derived('hangingWords', () => [...new Set(Object.values(library.types).flatMap(({ members = {} }) => Object.keys(members).filter((name) => members[name]?.hangs !== undefined)))], library);
}

/** `declare module 'fastify' { interface FastifyInstance { db: Pool } }` */
function declaredIn(analysis: Analysis, { program }: Module, library: Library, type: string, name: string): Value {
  for (const node of program.body) {
    if (node.type !== 'TSModuleDeclaration' || node.id.type !== 'Literal' || !library.packages.includes(node.id.value) || node.body?.type !== 'TSModuleBlock') continue;
    for (const statement of node.body.body) {
      const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      if (declared?.type !== 'TSInterfaceDeclaration' || exportOf(library, declared.id.name)?.type !== type || memberOf(library, type, name)) continue;
      const member = declared.body.body.find((each) => each.type === 'TSPropertySignature' && keyName(each.key, each.computed) === name);
      if (member?.type === 'TSPropertySignature' && member.typeAnnotation) return analysis.typeValue(member.typeAnnotation);
    }
  }
  return UNKNOWN;
}
