/** Where an object comes into being: the same app, router or function, whatever names it goes by and whichever files hand it on. */
import { requiredSource } from '../binding/exports.js';
import { type Definition, lookUp, variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type FunctionNode, type Node, asMember, calleeOf, inside, isCall, isClass, isFunction, unwrap } from '../syntax/ast.js';
import { keyName, propertyName } from '../syntax/names.js';
import type { Analysis } from './analysis.js';
import { memberOfCall } from './invocation.js';
import { originsOf } from './trace.js';

/** A call that makes an object, a function, a class, an object literal; or the parameter of a function that nobody is seen to call. */
export interface Maker {
  readonly node: Node;
  /** Property names still to be read off it. */
  readonly path: readonly string[];
  readonly parameter?: { readonly fn: FunctionNode; readonly index: number };
}

interface Search {
  readonly analysis: Analysis;
  readonly found: Maker[];
  readonly passed: Set<Call>;
  readonly seen: Set<string>;
}

/** A search is given up after this many steps, with what was found until then. */
const MOST_STEPS = 60;

/** The places where what an expression stands for may have been made, in this file or in those it is imported from; `[]` where none is in sight. */
export function makersOf(analysis: Analysis, node: Expression): readonly Maker[] {
  return searchFor(analysis, node).found;
}

/** The calls that an expression came through on the way from its makers: `asyncHandler(login)`. */
export function callsOnTheWay(analysis: Analysis, node: Expression): readonly Call[] {
  return [...searchFor(analysis, node).passed];
}

function searchFor(analysis: Analysis, node: Expression): Search {
  return analysis.once<Search>('makers', node, { analysis, found: [], passed: new Set(), seen: new Set() }, () => {
    const search: Search = { analysis, found: [], passed: new Set(), seen: new Set() };
    go(search, node, []);
    return search;
  });
}

function go(search: Search, node: Expression, path: readonly string[]): void {
  const key = `${moduleOf(node).path}:${String(node.start)}:${String(node.end)}:${path.join('.')}`;
  if (search.seen.has(key) || search.seen.size > MOST_STEPS) return;
  search.seen.add(key);
  for (const origin of originsOf(search.analysis, node, { callers: true }, path)) {
    for (const hop of origin.hops) if (isCall(hop) && requiredSource(moduleOf(hop).bindings, hop) === undefined) search.passed.add(hop);
    if (origin.kind === 'parameter') search.found.push({ node: origin.node, path: origin.path, ...(origin.parameter && { parameter: origin.parameter }) });
    else if (origin.kind === 'other') pass(search, unwrap(origin.node as Expression), origin.path);
  }
}

function pass(search: Search, node: Expression, path: readonly string[]): void {
  const { analysis } = search;
  const module = moduleOf(node);
  const [name, ...rest] = path;
  const source = isCall(node) ? requiredSource(module.bindings, node) : undefined;
  if (source !== undefined) { exported(search, analysis.follow(module, source), '*', path); return; }
  if (node.type === 'Identifier') {
    const definition = variableOf(module.bindings, node)?.definitions[0];
    if (definition) { byDefinition(search, module, definition, path, node); return; }
  }
  if (node.type === 'ThisExpression' && name !== undefined) {
    const value = analysis.valueOf(node);
    if (value.kind === 'instance' && isClass(value.of)) { field(search, value.of, name, rest); return; }
  }
  if (isCall(node)) {
    const receiver = asMember(calleeOf(node));
    if (receiver && memberOfCall(analysis, node)?.member.returns === 'this') { go(search, receiver.object, path); return; }
    const value = node.type === 'NewExpression' && name !== undefined ? analysis.valueOf(calleeOf(node)) : undefined;
    if (value?.kind === 'class' && name !== undefined) { field(search, value.node, name, rest); return; }
  }
  search.found.push({ node, path });
}

function byDefinition(search: Search, module: Module, definition: Definition, path: readonly string[], use: Node): void {
  if (definition.kind === 'import') {
    const target = search.analysis.follow(module, definition.source);
    if (target) exported(search, target, definition.imported, path);
    else search.found.push({ node: use, path });
  } else if (definition.kind === 'value') go(search, definition.from, [...definition.binding.path, ...path]);
  else search.found.push({ node: definition.kind === 'function' || definition.kind === 'class' ? definition.node : use, path });
}

/** What a module exports under a name, through barrels; `*` is all of it. */
function exported(search: Search, module: Module | undefined, name: string, path: readonly string[]): void {
  const key = `${String(module?.path)}#${name}.${path.join('.')}`;
  if (!module || search.seen.has(key) || search.seen.size > MOST_STEPS) return;
  search.seen.add(key);
  const [first, ...rest] = path;
  const entry = module.exports.named.get(name);
  if (!entry) {
    if (name === '*' || name === 'default') {
      if (first !== undefined && module.exports.named.has(first)) exported(search, module, first, rest);
      else if (module.exports.whole) go(search, module.exports.whole, path);
      else if (name === '*' && first === undefined) exported(search, module, 'default', path);
      else if (first !== undefined) throughAll(search, module, first, rest);
      return;
    }
    if (module.exports.whole) go(search, module.exports.whole, [name, ...path]);
    throughAll(search, module, name, path);
    return;
  }
  if (entry.kind === 'from') exported(search, search.analysis.follow(module, entry.source), entry.imported, path);
  else if (entry.kind === 'name') {
    lookUp(module.bindings, module.program, entry.name)?.definitions.forEach((definition) => { byDefinition(search, module, definition, path, module.program); });
  } else if (isFunction(entry.node) || isClass(entry.node)) search.found.push({ node: entry.node, path });
  else go(search, entry.node as Expression, path);
}

function throughAll(search: Search, module: Module, name: string, path: readonly string[]): void {
  for (const source of module.exports.all) exported(search, search.analysis.follow(module, source), name, path);
}

/** What a class keeps in a field: its initialiser, or what its methods assign. */
function field(search: Search, node: ClassNode, name: string, path: readonly string[], depth = 0): void {
  const before = search.found.length;
  for (const member of node.body.body) if (member.type === 'PropertyDefinition' && member.value && keyName(member.key, member.computed) === name) go(search, member.value, path);
  for (const target of inside(moduleOf(node).bindings.members.get(name) ?? [], node, (each) => each)) {
    const assignment = target.parent;
    if (assignment?.type === 'AssignmentExpression' && assignment.left === target && target.object.type === 'ThisExpression' && propertyName(target) === name) go(search, assignment.right, path);
  }
  for (const member of node.body.body) if (member.type === 'MethodDefinition' && member.kind === 'get' && keyName(member.key, member.computed) === name && member.value.body) {
    const [statement] = member.value.body.body;
    if (statement?.type === 'ReturnStatement' && statement.argument) go(search, statement.argument, path);
  }
  const base = search.found.length === before && node.superClass && depth < 4 ? search.analysis.valueOf(node.superClass) : undefined;
  if (base?.kind === 'class') field(search, base.node, name, path, depth + 1);
}
