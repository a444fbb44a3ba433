/** Which client a statement runs on: that of a transaction, the one outside, or one that the function around it is handed. */
import { type Definition, referencesOf, variableOf } from '../binding/scope.js';
import { typeField } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, isCall, isFunction, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { keyName, objectProperty, parametersOf, propertyName } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { givenFor, type Need } from '../flow/given.js';
import { calledFunction, memberOfCall } from '../flow/invocation.js';
import { spelledOut } from '../flow/spelled.js';
import { returnsOf } from '../flow/trace.js';
import { queryAt, type Query } from './queries.js';
import { isHandleParameter, transactionsOf } from './transactions.js';

/** Where a client, or the handle of a transaction, comes from. */
export type Ground =
  | { readonly kind: 'transaction' }
  /** It was there before any transaction began. `ofThis`: it belongs to the object that the code is a method of. */
  | { readonly kind: 'outer'; readonly ofThis?: boolean }
  /** The function is handed it, or (`otherwise`) takes the outer one where it is not. `vague`: it may stand among options that are handed on whole. */
  | { readonly kind: 'handed'; readonly of: FunctionNode; readonly need: Need; readonly otherwise: boolean; readonly vague?: boolean }
  | { readonly kind: 'unknown' };

export type HandedGround = Extract<Ground, { kind: 'handed' }>;

const OUTER: Ground = { kind: 'outer' };
const INSIDE: Ground = { kind: 'transaction' };
const NOBODY_KNOWS: Ground = { kind: 'unknown' };

/** Which client a query runs on; `unknown` where nothing in sight tells. */
export function groundOfQuery(analysis: Analysis, query: Query): Ground {
  const { transactions } = query.library;
  if (!transactions) return NOBODY_KNOWS;
  for (const step of query.steps) {
    const slot = step.member.carries;
    const node = slot && slotValue(step.call, slot);
    if (node) return otherwiseOuter(groundOf(analysis, node as Expression));
  }
  if (transactions.options) {
    const carried = carriedBy(analysis, query, transactions.options);
    if (carried) return carried;
  }
  const base = baseOf(query.call);
  if (transactions.rowsRemember && isRow(analysis, base)) return groundOfRow(analysis, base);
  if (transactions.by === 'option') return OUTER;
  return groundOf(analysis, base);
}

/** The client (or model, or repository) at the bottom of a chain of calls: `ctx.db` of `ctx.db.user.findMany()`. */
export function baseOf(call: Call): Expression {
  const callee = asMember(calleeOf(call));
  return callee ? unwrap(callee.object) : calleeOf(call);
}

/** What the options of a query say; `undefined` where they say nothing of a transaction. */
function carriedBy(analysis: Analysis, query: Query, keys: readonly string[]): Ground | undefined {
  for (const step of query.steps) {
    // Written values and a filter that are an argument of their own are no options.
    const taken = [...(step.member.query?.data ?? []), ...(step.member.query?.filter ?? [])].filter((slot) => slot.length === 1).map(([at]) => at);
    for (const [at, argument] of argumentsOf(step.call).entries()) {
      if (argument.type === 'SpreadElement') return NOBODY_KNOWS;
      const said = taken.includes(at) ? undefined : optionIn(analysis, argument as Expression, keys);
      if (said) return said;
    }
  }
  return undefined;
}

function optionIn(analysis: Analysis, node: Expression, keys: readonly string[], depth = 0): Ground | undefined {
  const inner = unwrap(node);
  if (inner.type === 'ObjectExpression') {
    for (const key of keys) {
      const property = objectProperty(inner, key);
      if (property) return otherwiseOuter(groundOf(analysis, property.value));
    }
    for (const spread of inner.properties) {
      const said = spread.type === 'SpreadElement' ? optionIn(analysis, spread.argument, keys, depth) : keyName(spread.key, spread.computed) === undefined ? NOBODY_KNOWS : undefined;
      if (said) return said;
    }
    return undefined;
  }
  if (inner.type === 'Literal' || inner.type === 'TemplateLiteral' || inner.type === 'ArrayExpression' || isFunction(inner)) return undefined;
  if (inner.type !== 'Identifier' || depth > 4) return NOBODY_KNOWS;
  if (inner.name === 'undefined') return undefined;
  const spelled = spelledOut(inner);
  if (spelled !== inner) return isCall(spelled) || spelled.type === 'AwaitExpression' ? (isPlainData(analysis, spelled) ? undefined : NOBODY_KNOWS) : optionIn(analysis, spelled, keys, depth + 1);
  const ground = groundOf(analysis, inner);
  if (ground.kind !== 'handed') return NOBODY_KNOWS;
  return { ...ground, need: { ...ground.need, path: [...ground.need.path, ...keys.slice(0, 1)] }, otherwise: true, vague: true };
}

/** A number, a text or a row that was worked out: nothing that could carry a handle. */
function isPlainData(analysis: Analysis, node: Expression): boolean {
  const value = analysis.valueOf(node);
  return value.kind === 'literal' || (value.kind === 'library' && typeField(value.library, value.type, 'entity') === true);
}

/** An option that is not given leaves the statement on the outer client. */
function otherwiseOuter(ground: Ground): Ground {
  return ground.kind === 'handed' ? { ...ground, otherwise: true } : ground;
}

/** Is an expression a row, whose methods query? */
export function isRow(analysis: Analysis, node: Expression): boolean {
  const value = analysis.valueOf(node);
  return value.kind === 'library' && typeField(value.library, value.type, 'entity') === true;
}

/** Where a row was made in sight, and is never put into a transaction, it belongs to none. */
function groundOfRow(analysis: Analysis, node: Expression): Ground {
  const variable = node.type === 'Identifier' ? variableOf(moduleOf(node).bindings, node) : undefined;
  const [made, ...others] = variable?.definitions ?? [];
  if (!variable || made?.kind !== 'value' || others.length > 0 || made.binding.path.length > 0) return NOBODY_KNOWS;
  const from = unwrap(made.from);
  const asked = from.type === 'AwaitExpression' ? unwrap(from.argument) : from;
  const query = isCall(asked) && asked.type !== 'NewExpression' ? queryAt(analysis, asked) : undefined;
  // A row that was asked for outside stays outside.
  if (query) return groundOfQuery(analysis, query);
  if (from.type !== 'NewExpression') return NOBODY_KNOWS;
  const { bindings } = moduleOf(node);
  const isPutIn = referencesOf(bindings, variable).some((reference) => {
    const call = parentOf(reference)?.parent;
    return isCall(call) && memberOfCall(analysis, call)?.member.carries !== undefined;
  });
  return isPutIn ? NOBODY_KNOWS : OUTER;
}

/** Where a client comes from, or the handle of a transaction. Rows and other data come from outside. */
export function groundOf(analysis: Analysis, node: Expression): Ground {
  const inner = unwrap(node);
  return analysis.once('ground', inner, NOBODY_KNOWS, () => ground(analysis, inner));
}

function ground(analysis: Analysis, node: Expression): Ground {
  switch (node.type) {
    case 'Identifier':
      return ofName(analysis, node);
    case 'ThisExpression':
    case 'Super':
      return { kind: 'outer', ofThis: true };
    case 'MemberExpression':
      return ofMember(analysis, node);
    case 'CallExpression':
    case 'NewExpression':
    case 'TaggedTemplateExpression':
      return ofCall(analysis, node);
    case 'AwaitExpression':
      return groundOf(analysis, node.argument);
    case 'LogicalExpression':
      return node.operator === '&&' ? groundOf(analysis, node.right) : either([groundOf(analysis, node.left), groundOf(analysis, node.right)]);
    case 'ConditionalExpression':
      return either([groundOf(analysis, node.consequent), groundOf(analysis, node.alternate)]);
    case 'ObjectExpression':
      return holdsHandle(analysis, node) ? INSIDE : OUTER;
    case 'Literal':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return OUTER;
    default:
      return NOBODY_KNOWS;
  }
}

/** `tx ?? prisma`: handed, or the outer one. */
function either(grounds: readonly Ground[]): Ground {
  const [first = NOBODY_KNOWS, ...others] = grounds;
  if (others.length === 0) return first;
  if (grounds.every((each) => each.kind === 'outer')) return first;
  const inner = grounds.flatMap((each) => (each.kind === 'handed' ? [each] : [])).reduce<HandedGround | undefined>((best, each) => (best && !(each.of !== best.of && isWithin(each.of, best.of)) ? best : each), undefined);
  if (inner && grounds.every((each) => each === inner || asSeenFrom(inner.of, each).kind === 'outer')) return { ...inner, otherwise: true };
  return grounds.every((each) => each.kind === 'transaction') ? INSIDE : NOBODY_KNOWS;
}

/** What a function around this one was handed was there before it is called: it belongs to what the function around made. */
export function asSeenFrom(fn: FunctionNode, seen: Ground): Ground {
  return seen.kind === 'handed' && seen.of !== fn && isWithin(fn, seen.of) && !seen.vague && !isHandleName(seen) ? { kind: 'outer', ofThis: true } : seen;
}

function ofName(analysis: Analysis, node: Extract<Node, { type: 'Identifier' }>): Ground {
  const module = moduleOf(node);
  const variable = variableOf(module.bindings, node);
  if (!variable) return OUTER;
  if (transactionsOf(analysis, module).handles.has(variable)) return INSIDE;
  if (variable.scope.node.type === 'Program') return isTransactional(analysis, node as Expression) ? NOBODY_KNOWS : OUTER;
  // `let db = prisma; if (tx) db = tx;`
  const from = either(variable.definitions.map((definition) => ofDefinition(analysis, definition)));
  return from.kind === 'outer' && isTransactional(analysis, node as Expression) ? INSIDE : from;
}

/** Is a value by its type the client or the handle of a transaction? */
export function isTransactional(analysis: Analysis, node: Expression): boolean {
  const value = analysis.valueOf(node);
  return value.kind === 'library' && !value.many && typeField(value.library, value.type, 'transaction') === true;
}

function ofDefinition(analysis: Analysis, definition: Definition): Ground {
  switch (definition.kind) {
    case 'value':
      return longer(groundOf(analysis, definition.from), definition.binding.path);
    case 'element':
      return groundOf(analysis, definition.of);
    case 'parameter': {
      const { of, index, binding } = definition;
      if (isHandleParameter(analysis, of)) return INSIDE;
      const { fallback } = binding;
      return { kind: 'handed', of, need: { index, path: binding.path }, otherwise: fallback !== undefined && groundOf(analysis, fallback).kind === 'outer' };
    }
    case 'changed':
      return NOBODY_KNOWS;
    default:
      return OUTER;
  }
}

function longer(base: Ground, path: readonly string[]): Ground {
  return base.kind === 'handed' ? { ...base, need: { ...base.need, path: [...base.need.path, ...path] } } : base;
}

/** A field that goes by such a name may hold another transaction each time. */
const CHANGING = /^_?(?:tx|trx|transaction|session|manager|entityManager|uow|current\w*)$/i;

function ofMember(analysis: Analysis, node: Extract<Node, { type: 'MemberExpression' }>): Ground {
  const object = unwrap(node.object);
  const name = propertyName(node);
  if (object.type === 'ThisExpression') return isTransactional(analysis, node) || name === undefined || CHANGING.test(name) ? NOBODY_KNOWS : { kind: 'outer', ofThis: true };
  const base = groundOf(analysis, object);
  if (name !== undefined && base.kind === 'outer' && isTransactional(analysis, node)) return NOBODY_KNOWS;
  // Of a client, what stands below it is a part of it.
  return analysis.valueOf(object).kind === 'library' ? base : longer(base, name === undefined ? ['*'] : [name]);
}

function ofCall(analysis: Analysis, call: Call): Ground {
  const callee = memberOfCall(analysis, call);
  const object = asMember(calleeOf(call))?.object;
  if (callee) {
    const { member } = callee;
    if (member.begins === 'result' && !(member.transaction && argumentsOf(call).some((argument) => isFunction(argument)))) return INSIDE;
    const carried = member.carries && slotValue(call, member.carries);
    if (carried) return groundOf(analysis, carried as Expression);
    const value = analysis.valueOf(call);
    const isClient = value.kind === 'library' && typeField(value.library, value.type, 'client') !== undefined;
    if (!isClient && (member.query ?? member.executes)) return OUTER;
    if (argumentsOf(call).some((argument) => holdsHandle(analysis, argument))) return NOBODY_KNOWS;
    return object ? groundOf(analysis, object) : call.type === 'NewExpression' ? OUTER : groundOf(analysis, calleeOf(call));
  }
  if (argumentsOf(call).some((argument) => holdsHandle(analysis, argument))) return NOBODY_KNOWS;
  if (call.type === 'NewExpression') return OUTER;
  const fn = calledFunction(analysis, call);
  if (!fn) return object ? ifOuter(groundOf(analysis, object)) : NOBODY_KNOWS;
  const result = either(returnsOf(fn).map((returned) => groundOf(analysis, returned)));
  if (result.kind === 'outer' && result.ofThis && object) return groundOf(analysis, object);
  return result.kind === 'handed' ? groundAt(analysis, result, call) : result;
}

/** What an unknown method of something outside gives may be anything. */
function ifOuter(base: Ground): Ground {
  return base.kind === 'outer' ? NOBODY_KNOWS : base;
}

/** What a call hands in for something that the called function is handed. */
export function groundAt(analysis: Analysis, { of, need, otherwise }: HandedGround, call: Call): Ground {
  if (calledFunction(analysis, call) !== of) return NOBODY_KNOWS;
  const given = givenFor(need, call);
  if (given === 'unknown') return NOBODY_KNOWS;
  if (given === undefined) return otherwise ? OUTER : NOBODY_KNOWS;
  const value = groundOf(analysis, given.value);
  return given.tests.length === 0 ? value : NOBODY_KNOWS;
}

/** Does an expression hand on the handle of a transaction, alone or inside an object or a call? */
export function holdsHandle(analysis: Analysis, node: Node): boolean {
  let found = false;
  walk(node, (inner) => {
    if (found || isFunction(inner)) return false;
    if (inner.type === 'Property') {
      found ||= inner.value.type !== 'AssignmentPattern' && holdsHandle(analysis, inner.value);
      return false;
    }
    if (inner.type === 'MemberExpression' && !isCall(unwrap(inner.object))) {
      found ||= isHandle(analysis, inner);
      return false;
    }
    if (inner.type === 'Identifier') found ||= isHandle(analysis, inner as Expression);
    return !(isCall(inner) && isDataCall(analysis, inner));
  });
  return found;
}

/** Rows that were asked for in a transaction are data like any other. */
function isDataCall(analysis: Analysis, call: Call): boolean {
  const member = memberOfCall(analysis, call)?.member;
  return (member?.query ?? member?.executes) !== undefined;
}

function isHandle(analysis: Analysis, node: Expression): boolean {
  const from = groundOf(analysis, node);
  if (from.kind === 'transaction') return true;
  return from.kind === 'handed' && (isTransactional(analysis, node) || isHandleName(from));
}

/** Does a function call what it is handed like a transaction: `tx`, `options.transaction`? */
export function isHandleName({ of, need }: HandedGround): boolean {
  const parameter = parametersOf(of)[need.index];
  const name = need.path.at(-1) ?? (parameter?.type === 'Identifier' ? parameter.name : parameter?.type === 'AssignmentPattern' && parameter.left.type === 'Identifier' ? parameter.left.name : undefined);
  return name !== undefined && /^_?(?:tx|trx|transaction|session|queryRunner|t)$|(?:Tx|Trx|Transaction|Session)$/.test(name);
}
