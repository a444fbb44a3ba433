/** Lists that are read out of a row and changed in memory: what is put into them, taken out of them or joined to them. */
import { type Bindings, variableOf } from '../binding/scope.js';
import { moduleOf, textAt } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeIn, calleeOf, enclosingFunction, inside, isCall, isFunction, isWithin, unwrap } from '../syntax/ast.js';
import { propertyName } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Origin } from '../flow/trace.js';
import { isSameName } from './writtenColumns.js';
import { definitionsOf } from './numbers.js';

/** Methods that change a list in place. Its order is no change. */
const IN_PLACE: ReadonlySet<string | undefined> = new Set(['push', 'unshift', 'splice', 'pop', 'shift']);

/** Steps that show a list to be kept as text: nothing that a database could add to. */
const AS_TEXT: ReadonlySet<string | undefined> = new Set(['join', 'split', 'parse', 'stringify']);

/** May a value be a list that was changed? Names are looked up where they are given a value. A quick look; `listChange` says for certain. */
export function mayBeChangedList(node: Expression, depth = 0): boolean {
  let found = false;
  walk(node, (each) => {
    if (found || isFunction(each)) return false;
    if (isNewList(each)) found = true;
    else if (each.type === 'Identifier') found = changesInPlace(each).length > 0 || (depth < 3 && definitionsOf(each).some((definition) => definition.kind === 'value' && mayBeChangedList(definition.from, depth + 1)));
    else if (each.type === 'MemberExpression') found = changesInPlace(each).length > 0;
    return !found;
  });
  return found;
}

/** Where a list that a column gave is changed on its way to a node; `undefined` where it is only copied, put in order, or kept as text. */
export function listChange(origin: Origin, column: string, at: Node): Node | undefined {
  const { hops } = origin;
  if (hops.some((hop) => AS_TEXT.has(methodOf(hop)))) return undefined;
  const taken = hops.findIndex((hop) => takesOut(hop, column));
  for (const [index, hop] of hops.slice(0, taken + 1).entries()) {
    const next = hops[index + 1];
    if (next && isNewList(hop) && (hop.type !== 'ArrayExpression' || hop.elements.some((element) => element?.type === 'SpreadElement' && isWithin(next, element)))) return hop;
    const change = [...changesInPlace(hop), ...newListsOf(hop)].find((each) => each.end <= at.start);
    if (change) return change;
  }
  return undefined;
}

/** `row.tags`, or a name that `{ tags }` was taken out by: what comes before it on the way is the list itself. */
function takesOut(hop: Node, column: string): boolean {
  const isColumn = (name: string | undefined): boolean => isSameName(name, column.replace(/^.*\./, ''));
  if (hop.type === 'Identifier') return definitionsOf(hop).some((definition) => 'binding' in definition && isColumn(definition.binding.path.at(-1)));
  const member = asMember(hop);
  return member !== undefined && isColumn(propertyName(member));
}

/** `filter` of `tags.filter(…)` */
function methodOf(node: Node): string | undefined {
  const member = isCall(node) ? asMember(calleeOf(node)) : undefined;
  return member && propertyName(member);
}

/** `[...tags, tag]`, `tags.concat([tag])`, `tags.filter(…)` */
function isNewList(node: Node): boolean {
  if (node.type === 'ArrayExpression') return node.elements.length > 1 && node.elements.some((element) => element?.type === 'SpreadElement');
  const name = methodOf(node);
  const [first] = isCall(node) ? argumentsOf(node) : [];
  // A text has `concat`, too.
  return first !== undefined && (name === 'filter' || (name === 'concat' && unwrap(first as Expression).type === 'ArrayExpression'));
}

/** What a name is given that is made from its own list: `tags = tags.filter(…)`. */
function newListsOf(hop: Node): Expression[] {
  const name = unwrap(hop as Expression);
  if (name.type !== 'Identifier') return [];
  return definitionsOf(name).flatMap((definition) => {
    if (definition.kind !== 'value' || definition.binding.path.length > 0 || !isNewList(unwrap(definition.from))) return [];
    const made = unwrap(definition.from);
    const from = made.type === 'ArrayExpression' ? made.elements.flatMap((element) => (element?.type === 'SpreadElement' ? [element.argument] : [])) : [asMember(calleeIn(made))?.object];
    return from.some((each) => each && isSameExpression(each, name)) ? [made] : [];
  });
}

/** The calls in the same function that change a list in place: `tags.push(tag)`. */
function changesInPlace(node: Node): Call[] {
  const list = unwrap(node as Expression);
  if (list.type !== 'Identifier' && list.type !== 'MemberExpression') return [];
  const changes = listCallsIn(moduleOf(list).bindings);
  const home = changes.length === 0 ? undefined : enclosingFunction(list);
  return (home ? inside(changes, home, ({ call }) => call) : []).filter((change) => isSameExpression(change.list, list)).map(({ call }) => call);
}

const listCalls = new WeakMap<Bindings, readonly { readonly call: Call; readonly list: Expression }[]>();

/** All calls of a file that change a list in place, with the list. */
function listCallsIn(bindings: Bindings): readonly { readonly call: Call; readonly list: Expression }[] {
  let known = listCalls.get(bindings);
  if (!known) {
    known = bindings.calls.flatMap((call) => {
      const member = asMember(calleeOf(call));
      return member && IN_PLACE.has(propertyName(member)) ? [{ call, list: member.object }] : [];
    });
    listCalls.set(bindings, known);
  }
  return known;
}

/** Are two expressions the same name, or spelled the same way? */
export function isSameExpression(a: Node, b: Expression): boolean {
  const inner = unwrap(a as Expression);
  if (inner.type === 'Identifier' && b.type === 'Identifier') return variableOf(moduleOf(inner).bindings, inner) === variableOf(moduleOf(b).bindings, b) && inner.name === b.name;
  return inner.type === b.type && textAt(inner) === textAt(b);
}
