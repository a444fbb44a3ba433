/** What the app puts on a framework's values under names of its own, for others to read there: `app.decorate('db', db)`, `c.set('db', db)`, `app.locals.db = db`. */
import type { Library, Member } from '#catalog';
import { exportOf, memberOf, typeField } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, calleeOf, enclosingClass, parentOf, wrapped } from '../syntax/ast.js';
import { keyName, lastName, objectProperty, staticString } from '../syntax/names.js';
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
  const own = firstKnown(hungIn(analysis, module, library, type, name));
  if (own.kind !== 'unknown' || !analysis.options.followImports) return own;
  const ways = waysOnto(analysis, library, type);
  return analysis.once(`hung:${library.name}:${type}:${name}`, analysis.project.home(module), UNKNOWN, () => {
    const others = (words: readonly string[]): readonly Module[] => (words.length === 0 ? [] : analysis.mentioning(module, [name], [], words).filter((other) => analysis.project.home(other) === analysis.project.home(module)));
    return firstKnown([
      ...others(ways).map((other) => firstKnown(hungIn(analysis, other, library, type, name))),
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
  const owner = enclosingClass(fn) ?? (parentOf(wrapped(fn))?.type === 'Property' ? parentOf(parentOf(wrapped(fn))!) : fn);
  return owner !== undefined && hungThings(analysis, moduleOf(fn)).has(owner);
}

/** The classes, objects and functions of the app that its package puts on a framework's values by a call. */
function hungThings(analysis: Analysis, module: Module): ReadonlySet<Node> {
  const home = analysis.project.home(module);
  return analysis.once<ReadonlySet<Node>>('hungThings', home, new Set(), () => {
    const found = new Set<Node>();
    for (const library of analysis.catalogue.all) {
      const ways = library.kind === 'framework' ? hangingWords(analysis, library) : [];
      if (ways.length === 0) continue;
      const names = library.packages.flatMap((name) => name.match(/\w+/g)?.[0] ?? []);
      for (const other of [module, ...analysis.mentioning(module, ways, [], names)]) {
        if (analysis.project.home(other) !== home) continue;
        for (const { hangs, call } of hangingCalls(analysis, other, library, ways)) {
          if ('of' in hangs) continue;
          const named = slotValue(call, hangs.name);
          add(analysis, found, named?.type === 'ObjectExpression' ? named : slotValue(call, hangs.value), 0);
        }
      }
    }
    return found;
  });
}

/** Adds what an expression is, and what stands in it where it is an object. */
function add(analysis: Analysis, found: Set<Node>, node: Node | undefined, depth: number): void {
  if (!node || node.type === 'SpreadElement') return;
  const value = analysis.valueOf(node as Expression);
  if (value.kind === 'instance') found.add(value.of);
  else if (value.kind === 'class') found.add(value.node);
  else if (value.kind === 'function') found.add(value.fn);
  else if (value.kind === 'object') {
    found.add(value.node);
    if (depth < 2) for (const property of value.node.properties) if (property.type === 'Property') add(analysis, found, property.value, depth + 1);
  }
}

/** What a member gives by the name in a slot of its call: `c.get('db')`; `unknown` where nothing of that name is put there. */
export function givenUnderName(analysis: Analysis, member: Member, receiver: LibraryValue | undefined, call: Call): Value {
  const slot = member.hung && call.type === 'CallExpression' && call.arguments.length === 1 ? slotValue(call, member.hung) : undefined;
  const name = slot && staticString(slot);
  return name === undefined || !receiver ? UNKNOWN : hungValue(analysis, call, receiver, name);
}

/** The words by which something is put on a type: the methods that do so, and the properties under which such a value stands on others. */
function waysOnto(analysis: Analysis, library: Library, type: string): readonly string[] {
  return analysis.catalogue.derived(`waysOnto:${type}`, () => [
    ...Object.entries(library.exports).flatMap(([name, { hangs }]) => (hangs?.on === type ? [name] : [])),
    ...Object.entries(library.types).flatMap(([owner, { members = {} }]) =>
      Object.entries(members).flatMap(([name, member]) => ((member.hangs && (member.hangs.on ?? owner) === type) || member.type === type ? [name] : []))),
  ], library);
}

/**
 * The types by which other files of the package say what is put on values of a type: `new Hono<AppEnv>()`. Such a file need not have the names in it.
 * Cost: once a package and type, its files that import the library.
 */
function typesOnto(analysis: Analysis, module: Module, library: Library, type: string): readonly Value[] {
  const words = analysis.catalogue.derived(`typesOnto:${type}`, () => Object.entries({ ...library.exports, ...membersOfTypes(library) }).flatMap(([name, { hangs }]) => (hangs && 'of' in hangs && hangs.on === type ? [name] : [])), library);
  if (words.length === 0) return [];
  const home = analysis.project.home(module);
  return analysis.once<readonly Value[]>(`typesOnto:${library.name}:${type}`, home, [], () =>
    analysis.mentioning(module, [], library.packages, words).filter((other) => analysis.project.home(other) === home).flatMap((other) =>
      [...hangingCalls(analysis, other, library, words)].flatMap(({ hangs, call }) => ('of' in hangs && hangs.on === type ? [typeArgument(analysis, hangs, call)] : []))));
}

function membersOfTypes(library: Library): Readonly<Record<string, Member>> {
  return Object.assign({}, ...Object.values(library.types).map(({ members }) => members ?? {})) as Record<string, Member>;
}

/** What one file puts under a name on values of a type. */
function* hungIn(analysis: Analysis, module: Module, library: Library, type: string, name: string): Generator<Value> {
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
    const value = named?.type === 'ObjectExpression' ? objectProperty(named, name)?.value : named && staticString(named) === name ? slotValue(call, hangs.value) : undefined;
    if (value && value.type !== 'SpreadElement') yield analysis.valueOf(value as Expression);
  }
}

/** The calls of a file that put something on a framework's values. */
function* hangingCalls(analysis: Analysis, { bindings }: Module, library: Library, words: readonly string[]): Generator<{ readonly hangs: NonNullable<Member['hangs']>; readonly call: Call; readonly on: string | undefined }> {
  for (const call of bindings.calls) {
    // By name first: most calls are none of these.
    if (!words.includes(lastName(calleeOf(call)) ?? '')) continue;
    const callee = analysis.valueOf(calleeOf(call));
    if (callee.kind !== 'member' || callee.library !== library || !callee.member.hangs) continue;
    yield { hangs: callee.member.hangs, call, on: callee.member.hangs.on ?? callee.receiver?.type };
  }
}

/** What is of a call's type argument: `context<Context>()`; of a function's type, what it gives. */
function typeArgument(analysis: Analysis, hangs: Extract<NonNullable<Member['hangs']>, { of: 'typeArgument' }>, call: Call): Value {
  const [argument] = call.typeArguments?.params ?? [];
  const value = argument ? analysis.typeValue(argument) : UNKNOWN;
  const whole = value.kind === 'function' ? analysis.resultOf(value.fn) : value;
  return (hangs.below ?? []).reduce((inner, name) => analysis.memberValue(inner, name), whole);
}

/** The methods of a library that put something on its values. */
function hangingWords(analysis: Analysis, library: Library): readonly string[] {
  return analysis.catalogue.derived('hangingWords', () => [...new Set(Object.values(library.types).flatMap(({ members = {} }) => Object.keys(members).filter((name) => members[name]?.hangs)))], library);
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
