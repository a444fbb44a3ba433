/** What is taken out of a row on its way, between where it is read and where it is used. */
import { variableOf } from '../binding/scope.js';
import { slotValue } from '../match/slots.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, enclosingFunction, isCall, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { keyName, lastName, propertyName } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { type Origin, originsOf } from '../flow/trace.js';

export interface Removals {
  /** The fields that are taken out, put in anew, or replaced. */
  readonly fields: ReadonlySet<string>;
  /** The only fields that are left; `undefined` where that is not so. */
  readonly kept: ReadonlySet<string> | undefined;
  /** Fields are left out that cannot be told. */
  readonly opaque: boolean;
}

/** What happens to the fields of a row on the trail that leads to an origin. */
export function removalsOn(analysis: Analysis, origin: Origin): Removals {
  const fields = new Set<string>();
  let kept: Set<string> | undefined;
  let opaque = false;
  origin.hops.forEach((hop, index) => {
    const next = origin.hops[index + 1] ?? origin.node;
    if (hop.type === 'Identifier') for (const name of leftOut(hop)) fields.add(name);
    else if (hop.type === 'ObjectExpression') for (const name of replaced(hop, next)) fields.add(name);
    else if (isCall(hop)) {
      const read = takenOutBy(analysis, hop);
      for (const name of read.names) fields.add(name);
      if (read.kept) kept = read.kept;
      opaque ||= read.opaque;
    }
  });
  for (const fn of functionsOf(origin)) {
    for (const { name, root } of changesIn(analysis, fn)) {
      // `delete copy[key]`
      if (name === undefined) opaque ||= origin.hops.some((hop) => hop.type === 'Identifier' && isSame(hop, root));
      else if (!fields.has(name) && (origin.hops.some((hop) => hop.type === 'Identifier' && isSame(hop, root)) || originsOf(analysis, root, { callers: false, mapped: true }).some((each) => each.node === origin.node))) fields.add(name);
    }
  }
  return { fields, kept, opaque };
}

function isSame(a: Node, b: Node): boolean {
  if (a.type !== 'Identifier' || b.type !== 'Identifier' || a.name !== b.name || moduleOf(a) !== moduleOf(b)) return false;
  const { bindings } = moduleOf(a);
  return variableOf(bindings, a) === variableOf(bindings, b);
}

/** `const { password, ...rest } = user`: what the pattern of a rest names. */
function leftOut(identifier: Extract<Node, { type: 'Identifier' }>): string[] {
  const definitions = variableOf(moduleOf(identifier).bindings, identifier)?.definitions ?? [];
  return definitions.flatMap((definition) => {
    if (!('binding' in definition) || !definition.binding.rest) return [];
    const rest = parentOf(definition.binding.identifier);
    const pattern = rest && parentOf(rest);
    return pattern?.type === 'ObjectPattern' ? pattern.properties.flatMap((property) => (property.type === 'RestElement' ? [] : (keyName(property.key, property.computed) ?? []))) : [];
  });
}

/** `{ ...user, password: undefined }`: what stands beside the spread that the row came through. */
function replaced(object: Extract<Node, { type: 'ObjectExpression' }>, next: Node): string[] {
  const spread = object.properties.find((property) => property.type === 'SpreadElement' && isWithin(next, property));
  return spread ? object.properties.flatMap((property) => (property.type === 'Property' && property.start > spread.start ? (keyName(property.key, property.computed) ?? []) : [])) : [];
}

/** Calls that hand a value on and leave something out: `omit(user, ['password'])`, `pick(user, 'id')`, `exclude(user, 'password')`. */
function takenOutBy(analysis: Analysis, call: Call): { readonly names: readonly string[]; readonly kept?: Set<string>; readonly opaque: boolean } {
  const member = memberOfCall(analysis, call)?.member;
  if (member?.query ?? member?.step) return { names: [], opaque: false };
  if (member?.keeps) {
    const kept = new Set<string>();
    const isRead = member.keeps.every((slot) => {
      const node = slotValue(call, slot);
      return !node || addTexts(analysis, node, kept);
    });
    return { names: [], kept, opaque: !isRead };
  }
  const name = String(lastName(calleeOf(call)));
  const texts = new Set<string>();
  const isRead = argumentsOf(call).slice(1).every((argument) => addTexts(analysis, argument, texts));
  return { names: [...texts], opaque: !isRead && /omit|exclude|without|pick|only|sanit|strip|remove|redact|filter|serial|clean/i.test(name) && name !== 'filter' };
}

/** Gathers the texts of a list or of one argument. Says whether it can be read. */
function addTexts(analysis: Analysis, node: Node, into: Set<string>): boolean {
  const inner = unwrap((node.type === 'SpreadElement' ? node.argument : node) as Expression);
  const value = analysis.valueOf(inner);
  if (value.kind === 'literal') into.add(String(value.value));
  const elements = inner.type === 'ArrayExpression' ? inner.elements : value.kind === 'array' ? value.elements : undefined;
  return elements?.filter((each) => each !== null).every((element) => addTexts(analysis, element, into)) ?? value.kind === 'literal';
}

/** The functions that a trail leads through. */
function functionsOf(origin: Origin): Set<FunctionNode> {
  const found = new Set<FunctionNode>();
  for (const hop of [origin.node, ...origin.hops]) {
    let fn = enclosingFunction(hop);
    // A callback's surroundings belong to it.
    for (let depth = 0; fn && depth < 3; depth++, fn = enclosingFunction(fn)) found.add(fn);
  }
  return found;
}

interface Change {
  /** The field; `undefined` where it is worked out. */
  readonly name: string | undefined;
  /** The variable that it is taken out of. */
  readonly root: Expression;
}

/** `delete user.password`, `user.password = undefined` */
function changesIn(analysis: Analysis, fn: FunctionNode): readonly Change[] {
  return analysis.once<readonly Change[]>('fieldChanges', fn, [], () => {
    const found: Change[] = [];
    walk(fn, (node) => {
      const target = node.type === 'UnaryExpression' && node.operator === 'delete' ? asMember(node.argument) : node.type === 'AssignmentExpression' && isNothing(node.right) ? asMember(node.left) : undefined;
      const root = target && rootOf(target);
      if (target && root && (node.type === 'UnaryExpression' || propertyName(target) !== undefined)) found.push({ name: propertyName(target), root });
      return undefined;
    });
    return found;
  });
}

/** A fixed value that stands for none, or for something masked. */
function isNothing(node: Expression): boolean {
  const inner = unwrap(node);
  return inner.type === 'Literal' || (inner.type === 'Identifier' && inner.name === 'undefined') || (inner.type === 'UnaryExpression' && inner.operator === 'void');
}

function rootOf(member: Extract<Node, { type: 'MemberExpression' }>): Expression | undefined {
  let current: Expression = unwrap(member.object);
  while (current.type === 'MemberExpression') current = unwrap(current.object);
  return current.type === 'Identifier' ? current : undefined;
}
