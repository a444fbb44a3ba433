/** What a step on the way to a handler runs: the functions, classes and library members behind an expression. */
import type { Slot } from '#catalog';
import { authenticators } from '#catalog';
import { variableOf } from '../binding/scope.js';
import { slotValue } from '../match/slots.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, isCall, isClass, isFunction, unwrap } from '../syntax/ast.js';
import { lastName, propertyName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunctions, memberOfCall } from '../flow/invocation.js';
import { callsOnTheWay, makersOf } from '../flow/makers.js';
import type { Value } from '../flow/value.js';
import { requiredSource } from '../binding/exports.js';

/** Everything that takes part in a step. */
export interface Parts {
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ClassNode[];
  /** Calls that make a step, and other calls on the way to one. */
  readonly calls: readonly Call[];
  /** What the code calls it. */
  readonly names: readonly string[];
  readonly values: readonly Value[];
  /** Is there something that nobody can look into, of the app's own? */
  readonly unseen: boolean;
  /** Is there something of a package that nobody has described? */
  readonly foreign: boolean;
}

interface Gathered {
  readonly functions: Set<FunctionNode>;
  readonly classes: Set<ClassNode>;
  readonly calls: Set<Call>;
  readonly names: Set<string>;
  readonly values: Value[];
  readonly seen: Set<Node>;
  unseen: boolean;
  foreign: boolean;
}

/** So many expressions of a step are looked at. */
const MOST_PARTS = 60;

/** The parts of a step. */
export function partsOf(analysis: Analysis, node: Expression): Parts {
  return analysis.once<Parts>('parts', node, NOTHING, () => {
    const gathered: Gathered = { functions: new Set(), classes: new Set(), calls: new Set(), names: new Set(), values: [], seen: new Set(), unseen: false, foreign: false };
    gather(analysis, gathered, node);
    return { ...gathered, functions: [...gathered.functions], classes: [...gathered.classes], calls: [...gathered.calls], names: [...gathered.names] };
  });
}

const NOTHING: Parts = { functions: [], classes: [], calls: [], names: [], values: [], unseen: true, foreign: false };

function gather(analysis: Analysis, parts: Gathered, node: Node): void {
  const inner = unwrap((node.type === 'SpreadElement' ? node.argument : node) as Expression);
  if (parts.seen.has(inner) || parts.seen.size > MOST_PARTS) return;
  parts.seen.add(inner);
  const name = lastName(isCall(inner) ? calleeOf(inner) : inner);
  if (name !== undefined) parts.names.add(name);
  if (isFunction(inner)) parts.functions.add(inner);
  else if (isClass(inner)) parts.classes.add(inner);
  else if (inner.type === 'ArrayExpression') inner.elements.filter((element) => element !== null).forEach((element) => { gather(analysis, parts, element); });
  else if (inner.type === 'ConditionalExpression') [inner.consequent, inner.alternate].forEach((each) => { gather(analysis, parts, each); });
  else if (inner.type === 'LogicalExpression') [inner.left, inner.right].forEach((each) => { gather(analysis, parts, each); });
  else if (inner.type === 'AwaitExpression') gather(analysis, parts, inner.argument);
  else if (isCall(inner)) gatherCall(analysis, parts, inner);
  else gatherNamed(analysis, parts, inner);
}

function gatherCall(analysis: Analysis, parts: Gathered, call: Call): void {
  parts.calls.add(call);
  const callee = calleeOf(call);
  const functions = calledFunctions(analysis, call);
  for (const fn of functions) parts.functions.add(fn);
  const value = analysis.valueOf(callee);
  if (value.kind === 'class') parts.classes.add(value.node);
  parts.values.push(value, analysis.valueOf(call));
  if (functions.length === 0 && value.kind === 'unknown') markUnknown(analysis, parts, callee);
  if (value.kind === 'foreign') parts.foreign = true;
  // `limiter.middleware()`, `this.auth.check.bind(this.auth)`
  const receiver = asMember(callee);
  if (receiver && functions.length === 0) gather(analysis, parts, receiver.object);
  for (const argument of argumentsOf(call)) if (mayRun(analysis, argument)) gather(analysis, parts, argument);
}

/** Is an argument a function, or what gives one? Data is not looked into. */
function mayRun(analysis: Analysis, argument: Node): boolean {
  if (argument.type === 'SpreadElement') return false;
  const inner = unwrap(argument as Expression);
  if (isFunction(inner)) return true;
  if (inner.type !== 'Identifier' && inner.type !== 'MemberExpression' && !isCall(inner)) return false;
  const { kind } = analysis.valueOf(inner);
  return kind === 'function' || kind === 'class' || kind === 'member';
}

function gatherNamed(analysis: Analysis, parts: Gathered, node: Expression): void {
  const value = analysis.valueOf(node);
  parts.values.push(value);
  if (value.kind === 'function') parts.functions.add(value.fn);
  if (value.kind === 'class') parts.classes.add(value.node);
  if (value.kind === 'instance') {
    if (isClass(value.of)) parts.classes.add(value.of);
    else parts.functions.add(value.of);
  }
  const makers = node.type === 'Identifier' || node.type === 'MemberExpression' ? makersOf(analysis, node).filter(({ path }) => path.length === 0) : [];
  if (makers.length > 0) for (const call of callsOnTheWay(analysis, node)) gather(analysis, parts, call);
  for (const maker of makers) if (!maker.parameter && maker.node !== node) gather(analysis, parts, maker.node);
  if (value.kind === 'foreign') parts.foreign = true;
  if (value.kind === 'member' && value.member.loadsFiles) parts.unseen = true;
  if (value.kind === 'unknown' && makers.every(({ node: maker }) => !isCall(maker) && !isFunction(maker))) markUnknown(analysis, parts, node);
}

/** What nobody can look into is a package's, or the app's own. */
function markUnknown(analysis: Analysis, parts: Gathered, node: Expression): void {
  if (isFromPackage(analysis, node)) parts.foreign = true;
  else parts.unseen = true;
}

/** Is an expression read off something that a package gives? */
function isFromPackage(analysis: Analysis, node: Expression): boolean {
  return originOf(analysis, node) !== undefined && analysis.valueOf(rootOf(node)).kind !== 'unknown';
}

function rootOf(node: Expression): Expression {
  let current = unwrap(node);
  for (let member = asMember(current); member; member = asMember(current)) current = unwrap(member.object);
  return current;
}

/** The package and the name that something is imported by: `passport.authenticate`, `expressjwt`; `undefined` where no import says so. */
export function originOf(analysis: Analysis, node: Expression): { readonly source: string; readonly name: string } | undefined {
  const inner = unwrap(node);
  const member = asMember(inner);
  const name = member && propertyName(member);
  const root = rootOf(inner);
  const { bindings } = moduleOf(inner);
  if (isCall(root)) {
    const source = requiredSource(bindings, root) ?? originOf(analysis, calleeOf(root))?.source;
    return source === undefined ? undefined : { source, name: name ?? 'default' };
  }
  if (root.type !== 'Identifier') return undefined;
  const definition = variableOf(bindings, root)?.definitions[0];
  if (definition?.kind === 'import') return isPackage(analysis, definition.source, inner) ? { source: definition.source, name: name ?? definition.imported } : undefined;
  if (definition?.kind !== 'value') return undefined;
  const source = requiredSource(bindings, definition.from);
  return source !== undefined && isPackage(analysis, source, inner) ? { source, name: name ?? definition.binding.path[0] ?? 'default' } : undefined;
}

function isPackage(analysis: Analysis, source: string, node: Node): boolean {
  return analysis.catalogue.byPackage(source) !== undefined || analysis.project.resolve(moduleOf(node), source).kind === 'package';
}

/** Does a call go to a package's function that finds out who asks? With the strategy that it names, where it does. */
export function authenticatorOf(analysis: Analysis, call: Call): { readonly strategy: string | undefined; readonly open: boolean } | undefined {
  const member = memberOfCall(analysis, call);
  const origin = originOf(analysis, calleeOf(call));
  for (const { packages, names, strategy, open = false } of authenticators) {
    const byMember = member !== undefined && names.includes(member.name === '*' ? 'default' : member.name) && member.library.packages.some((each) => packages.includes(each));
    const byImport = origin !== undefined && packages.includes(origin.source) && names.includes(origin.name === '*' ? 'default' : origin.name);
    if (byMember || byImport) return { strategy: strategy && textIn(analysis, call, strategy), open };
  }
  return undefined;
}

function textIn(analysis: Analysis, call: Call, slot: Slot): string | undefined {
  const node = slotValue(call, slot);
  if (!node) return undefined;
  const value = analysis.valueOf(node as Expression);
  return staticString(node) ?? (value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined);
}
