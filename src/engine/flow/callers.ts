/** Who calls a function: in its own file, and in the files that import it. */
import type { Export } from '../binding/exports.js';
import { holdersOf } from '../binding/holders.js';
import { type Variable, referencesOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import type { Wanted } from '../modules/project.js';
import { type Call, type ClassNode, type Expression, type FunctionNode, type MemberExpression, type Node, asMember, calleeOf, enclosingClass, inside, isCall, isClass, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { functionName, keyName, lastName, memberOfClass, propertyName } from '../syntax/names.js';
import type { Analysis } from './analysis.js';
import { hungNames, isHung } from './hung.js';
import { contractsOf } from './implementations.js';
import type { Value } from './value.js';

export type CallSite =
  /** The function is called here. */
  | { readonly kind: 'call'; readonly call: Call; readonly node: Node }
  /** The function itself is an argument here: a callback, a handler. */
  | { readonly kind: 'passed'; readonly call: Call; readonly at: number; readonly node: Node }
  /** The function is mentioned in some other way: put into a list, an object, a variable. */
  | { readonly kind: 'mentioned'; readonly node: Node };

/** More callers than this say no more than these do. */
const MOST = 60;

/**
 * Every place that calls or mentions a function. With `mentionsOnly`, the places that hand it on or put it somewhere: a function that is only
 * ever called costs no look at what it is called on.
 * @param within the only other files to look at, where an earlier search has found them
 */
export function findCallSites(analysis: Analysis, fn: FunctionNode, mentionsOnly: boolean, within: ReadonlySet<string> | undefined): readonly CallSite[] {
  const name = functionName(fn);
  const sites: CallSite[] = [];
  const own = moduleOf(fn);
  const inline = parentOf(wrapped(fn));
  if (inline && isCall(inline)) {
    // An IIFE, or a callback written in place.
    const at = calleeOf(inline) === fn ? -1 : callArguments(inline).findIndex((argument) => unwrap(argument as Expression) === fn);
    sites.push(at < 0 ? { kind: 'call', call: inline, node: fn } : { kind: 'passed', call: inline, at, node: fn });
  }
  if (isConstructor(fn)) return mentionsOnly ? sites : constructionsOf(analysis, enclosingClass(fn), 0).slice(0, MOST);
  const hung = hungNames(analysis, fn);
  const ownNames = new Set([...(name === undefined ? [] : [name]), ...hung]);
  collect(analysis, own, fn, ownHolders(own, fn, name), ownNames, sites, mentionsOnly);
  if (hung.length === 0 && (!isExported(own, fn) || isDropped(fn) || (inline && staysIn(analysis, inline, fn)))) return sites;
  const names = new Set([...exportedNames(own, fn, name), ...hung]);
  for (const importer of usersOf(analysis, fn, name, names, mentionsOnly, within)) {
    if (sites.length >= MOST) break;
    const { imported, requiredInPlace } = holdersOf(importer.bindings);
    const holders = [...names].flatMap((each) => imported.get(each) ?? []);
    collect(analysis, importer, fn, holders, names, sites, mentionsOnly);
    // `router.get('/', require('./list'))`
    if (names.has('default')) for (const call of requiredInPlace) if (isItself(analysis, analysis.valueOf(call), fn)) take(sites, call);
  }
  return sites;
}

/** Classes below one another, whose constructors hand arguments on. */
const DEEPEST = 4;

/** The calls that run the constructor of a class: `new Store(db)`, and `super(db)` of the classes below it, or the same of those that have no constructor of their own. */
function constructionsOf(analysis: Analysis, node: ClassNode | undefined, depth: number): CallSite[] {
  if (!node || depth > DEEPEST) return [];
  const modules = new Set([moduleOf(node), ...analysis.importersOf(node, { name: node.id?.name })]);
  return [...modules].flatMap(({ bindings }) => [
    ...bindings.calls.flatMap((call): CallSite[] => (call.type === 'NewExpression' && isClassOf(analysis.valueOf(calleeOf(call)), node) ? [{ kind: 'call', call, node: call.callee }] : [])),
    ...bindings.classes.filter(({ superClass }) => superClass && isClassOf(analysis.valueOf(superClass), node)).flatMap((below) => {
      const own = below.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
      return own ? inside(bindings.calls, own, (each) => each).flatMap((call): CallSite[] => (call.type === 'CallExpression' && call.callee.type === 'Super' ? [{ kind: 'call', call, node: call.callee }] : [])) : constructionsOf(analysis, below, depth + 1);
    }),
  ]);
}

function isClassOf(value: Value, node: ClassNode): boolean {
  return value.kind === 'class' && value.node === node;
}

function isConstructor(fn: FunctionNode): boolean {
  const member = memberOfClass(fn);
  return member?.type === 'MethodDefinition' && member.kind === 'constructor';
}

/** Is a function written in place in a statement whose value nobody takes: `app.get('/', (req, res) => …);`? */
function isDropped(fn: FunctionNode): boolean {
  let node: Node = wrapped(fn);
  for (let holder = parentOf(node); holder && (isCall(holder) || holder.type === 'MemberExpression' || holder.type === 'AwaitExpression'); holder = parentOf(node)) node = wrapped(holder);
  return node !== wrapped(fn) && parentOf(node)?.type === 'ExpressionStatement';
}

/** Is a function an argument of a call that gives something else than this function, so that nobody else can get at it? */
function staysIn(analysis: Analysis, call: Node, fn: FunctionNode): boolean {
  if (!isCall(call) || calleeOf(call) === fn) return false;
  const value = analysis.valueOf(call);
  return value.kind !== 'unknown' && !(value.kind === 'function' && value.fn === fn);
}

/** The other modules in which a function may be used: through imports of its own module, or of one that declares what its class fulfils. */
function usersOf(analysis: Analysis, fn: FunctionNode, name: string | undefined, names: ReadonlySet<string>, mentionsOnly: boolean, within: ReadonlySet<string> | undefined): ReadonlySet<Module> {
  // Who imports it by a name has that name in its text; a default export goes by any.
  const anyOf = names.has('default') ? undefined : [...names];
  if (anyOf?.length === 0 || within?.size === 0) return new Set();
  const owner = parentOf(fn)?.type === 'MethodDefinition' ? enclosingClass(fn) : undefined;
  const wanted: Wanted = { name, anyOf, mention: !mentionsOnly ? 'any' : owner ? 'memberHandedOn' : 'handedOn', within };
  const users = new Set(analysis.importersOf(fn, wanted));
  if (owner) for (const contract of contractsOf(analysis, owner)) for (const module of [moduleOf(contract), ...analysis.importersOf(contract, wanted)]) users.add(module);
  if (isHung(analysis, fn)) for (const module of analysis.mentioning(moduleOf(fn), [...names])) if (!within || within.has(module.path)) users.add(module);
  users.delete(moduleOf(fn));
  return users;
}

/**
 * Adds the places of one file that mention a function: by one of the variables that may hold it, or as a member of one of these names.
 * @param holders variables that may hold it, as their declarations tell
 */
function collect(analysis: Analysis, module: Module, fn: FunctionNode, holders: readonly Variable[], names: ReadonlySet<string>, sites: CallSite[], mentionsOnly: boolean): void {
  const wanted = (mentions: readonly Node[]): readonly Node[] => (mentionsOnly ? handedOn(mentions) : mentions);
  for (const name of names) {
    for (const member of wanted(module.bindings.members.get(name) ?? NONE)) {
      if (sites.length >= MOST) return;
      if (isThis(analysis.valueOf(member as MemberExpression), fn)) take(sites, member);
    }
  }
  for (const variable of holders) {
    const references = wanted(referencesOf(module.bindings, variable));
    if (references.length > 0 && isItself(analysis, analysis.variableValue(module, variable), fn)) for (const reference of references) take(sites, reference);
  }
}

const NONE: readonly Node[] = [];
const handed = new WeakMap<readonly Node[], readonly Node[]>();

/** Of the mentions of one name those that are more than a call. Most names are only ever called: the few are kept, as all functions of that name ask for them. */
function handedOn(mentions: readonly Node[]): readonly Node[] {
  if (mentions.length === 0) return NONE;
  let known = handed.get(mentions);
  if (!known) {
    known = mentions.filter((mention) => siteOf(mention)?.kind !== 'call');
    handed.set(mentions, known);
  }
  return known;
}

function take(sites: CallSite[], mention: Node): void {
  const site = sites.length < MOST ? siteOf(mention) : undefined;
  if (site) sites.push(site);
}

/** The variables of a function's own file that may hold it: by its declaration, under its name, or taken out of something that it was put into. */
function ownHolders(module: Module, fn: FunctionNode, name: string | undefined): readonly Variable[] {
  const { declared, named, taken, takenAnyhow, putUnder } = holdersOf(module.bindings);
  const own = declared.get(fn);
  const properties = new Set([name, heldUnder(fn), ...(name === undefined ? [] : (putUnder.get(name) ?? []))]);
  return [...(own ? [own] : []), ...(name === undefined ? [] : (named.get(name) ?? [])), ...[...properties].flatMap((property) => (property === undefined ? [] : (taken.get(property) ?? []))), ...takenAnyhow];
}

/** The property that a function stands under, whatever it calls itself: `list` of `{ list: function listAll() {} }`. */
function heldUnder(fn: FunctionNode): string | undefined {
  const holder = parentOf(wrapped(fn));
  if (holder?.type === 'Property') return keyName(holder.key, holder.computed);
  return holder?.type === 'AssignmentExpression' ? lastName(holder.left) : undefined;
}

/** The names by which other files may import a function: its own, those that it is exported as, and `default` where it is that. */
function exportedNames(module: Module, fn: FunctionNode, name: string | undefined): ReadonlySet<string> {
  const names = new Set(name === undefined ? [] : [name]);
  for (const [exported, entry] of module.exports.named) if (mayExport(entry, fn, name)) names.add(exported);
  if (importsDefault(module, fn)) names.add('default');
  return names;
}

function isWhole(analysis: Analysis, module: Module, fn: FunctionNode): boolean {
  if (module !== moduleOf(fn)) return false;
  const whole = analysis.exportValue(module, 'default');
  return whole.kind === 'function' && whole.fn === fn;
}

function isThis(value: Value, fn: FunctionNode): boolean {
  return value.kind === 'function' && value.fn === fn;
}

/** Is a value this function, or the module that is nothing but this function? */
function isItself(analysis: Analysis, value: Value, fn: FunctionNode): boolean {
  return isThis(value, fn) || (value.kind === 'module' && isWhole(analysis, value.module, fn));
}

/** How a mention of a function uses it; `x.bind(y)` is a mention of `x`. */
function siteOf(mention: Node): CallSite | undefined {
  let node = wrapped(mention);
  let holder = parentOf(node);
  const member = holder?.type === 'MemberExpression' && unwrap(holder.object) === unwrap(node as Expression) ? asMember(holder) : undefined;
  if (member && holder) {
    const method = propertyName(member);
    const call = parentOf(wrapped(holder));
    if (method !== 'bind' || !isCall(call)) return { kind: 'mentioned', node: mention };
    node = wrapped(call);
    holder = parentOf(node);
  }
  if (!holder || holder.type === 'ExportSpecifier' || holder.type === 'ExportDefaultDeclaration') return undefined;
  if (!isCall(holder)) return { kind: 'mentioned', node: mention };
  if (calleeOf(holder) === unwrap(node as Expression)) return { kind: 'call', call: holder, node: mention };
  const at = callArguments(holder).indexOf(node);
  return at < 0 ? undefined : { kind: 'passed', call: holder, at, node };
}

function callArguments(call: Call): readonly Node[] {
  return call.type === 'TaggedTemplateExpression' ? call.quasi.expressions : call.arguments;
}

/** Can another file get at this function? Methods of exported classes can be, whatever the class's own name. */
function isExported(module: Module, fn: FunctionNode): boolean {
  const { exports } = module;
  return exports.named.size > 0 || exports.whole !== undefined || exports.dynamic || isClass(enclosingClass(fn));
}

function importsDefault(module: Module, fn: FunctionNode): boolean {
  const exported = module.exports.named.get('default');
  // Under a name of the file anything may stand, such as what a wrapper made of the function.
  return module.exports.whole !== undefined || exported?.kind === 'name' || (exported?.kind === 'local' && (exported.node.type === 'Identifier' || isWithin(fn, exported.node)));
}

/** Does an export give a function: by its declaration or a call around it, or by its name (`export default list`, `exports.list = list`)? */
function mayExport(entry: Export, fn: FunctionNode, name: string | undefined): boolean {
  if (entry.kind === 'name') return entry.name === name;
  return entry.kind === 'local' && (isWithin(fn, entry.node) || (entry.node.type === 'Identifier' && entry.node.name === name));
}
