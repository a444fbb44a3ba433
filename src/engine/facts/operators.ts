/** Values of the client's in filters of databases that take operators in their place: `{ name: { $ne: null } }`. */
import { type Module, moduleOf, oneLine } from '../modules/parse.js';
import { type Expression, type Node, calleeOf, enclosingFunction, isCall, unwrap } from '../syntax/ast.js';
import { keyName, lastName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt } from '../flow/conditions.js';
import { memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { handlerShapeOf } from '../flow/registration.js';
import { type Origin, originsOf } from '../flow/trace.js';
import { type Holding, isBoundedRequest } from './bounds.js';
import { type Query, queriesOf } from './queries.js';
import { FORM, holds, isChecked, isHeldByParse, isParsedOnTheWay } from './safeText.js';

export interface OperatorFilter {
  readonly node: Node;
  readonly value: string;
  readonly query: string;
  /** The client gives the whole filter, not a value in it. */
  readonly whole: boolean;
}

/** Some text or number, and no object. */
const SCALAR: Holding = {
  inSchema: (analysis, node) => FORM.inSchema(analysis, node) || holds(analysis, node) !== undefined || (node.type === 'Property' && keyName(node.key, node.computed) === 'type' && /['"]string['"]|^String$/.test(oneLine(node.value))),
  asDecorator: (member) => member.holds !== undefined,
};

/** Filters that a client can put operators into; none where something in the project takes them out of every request. */
export function operatorFiltersOf(analysis: Analysis, module: Module): OperatorFilter[] {
  const found: OperatorFilter[] = [];
  for (const query of queriesOf(analysis, module)) {
    if (query.cache || query.library.codePaths === undefined || isSanitized(analysis, query)) continue;
    for (const filter of query.filters) found.push(...inFilter(analysis, filter as Expression, query.name, true, 0));
  }
  return found;
}

function isSanitized(analysis: Analysis, { node, library }: Query): boolean {
  const { catalogue } = analysis;
  const packages = catalogue.derived('operatorStrippers', () => catalogue.all.flatMap((each) => (each.stripsOperators ? each.packages : [])));
  const settings = library.operatorSettings ?? [];
  const module = moduleOf(node);
  return [...packages, ...settings].some((word) => module.text.includes(word)) || analysis.mentioning(module, settings, packages).length > 0;
}

function inFilter(analysis: Analysis, filter: Expression, query: string, whole: boolean, depth: number): OperatorFilter[] {
  const inner = unwrap(filter);
  const value = inner.type === 'Identifier' ? analysis.valueOf(inner) : undefined;
  const object = inner.type === 'ObjectExpression' ? inner : value?.kind === 'object' && moduleOf(value.node) === moduleOf(inner) ? value.node : undefined;
  if (!object) {
    const origin = operatorOrigin(analysis, inner);
    return origin ? [{ node: inner, value: nameOf(origin, inner), query, whole: whole && !isKey(origin.path.at(-1)) }] : [];
  }
  if (depth > 3) return [];
  return object.properties.flatMap((property): OperatorFilter[] => {
    if (property.type === 'SpreadElement') return inFilter(analysis, property.argument, query, true, depth + 1);
    const key = keyName(property.key, property.computed);
    const given = unwrap(property.value);
    if (key?.startsWith('$')) return given.type === 'ArrayExpression' ? given.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? inFilter(analysis, element, query, true, depth + 1) : [])) : [];
    // What stands under an operator, or in an object of the code's own, is compared as it is.
    if (given.type === 'ObjectExpression') return [];
    return inFilter(analysis, given, query, false, depth + 1);
  });
}

function isKey(name: string | undefined): boolean {
  return name !== undefined && /(?:^|_)id$|Id$/.test(name);
}

/** Where a value comes from, if the client may send an object there. */
function operatorOrigin(analysis: Analysis, node: Expression): Origin | undefined {
  return originsOf(analysis, node, { callers: false, clean: (each, path) => isScalar(analysis, each, path) }).find((origin) => mayBeObject(analysis, origin));
}

function mayBeObject(analysis: Analysis, origin: Origin): boolean {
  if (origin.kind !== 'request' || (origin.part !== 'body' && origin.part !== 'query')) return false;
  if (origin.part === 'query' && !hasNestedQuery(analysis, origin)) return false;
  return !isBoundedRequest(analysis, origin, SCALAR) && !isParsedOnTheWay(analysis, origin, SCALAR);
}

/** A query string gives objects in some frameworks only. */
function hasNestedQuery(analysis: Analysis, origin: Origin): boolean {
  for (let fn = origin.parameter?.fn ?? enclosingFunction(origin.node); fn; fn = enclosingFunction(fn)) {
    const registration = handlerShapeOf(analysis, fn);
    if (registration) return registration.library.nestedQuery === true;
  }
  return false;
}

/** Is an expression a text or a number whatever goes into it? */
function isScalar(analysis: Analysis, node: Expression, path: readonly string[]): boolean {
  if (node.type === 'TemplateLiteral' || node.type === 'BinaryExpression' || node.type === 'UnaryExpression') return true;
  if (isCall(node)) {
    const known = memberOfCall(analysis, node)?.member;
    if (known) return isHeldByParse(analysis, node, known, path, SCALAR);
    return lastName(calleeOf(node)) !== 'parse';
  }
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false;
  const text = textOfNode(node);
  return isChecked(analysis, node) || (text !== undefined && conditionsAt(node).some(({ test, holds: held }) => test.type === 'BinaryExpression' && /['"]string['"]/.test(oneLine(test)) && oneLine(test).includes(`typeof ${text}`) && test.operator.startsWith('=') === held));
}

function nameOf(origin: Origin, node: Expression): string {
  return origin.path.findLast((name) => name !== '*') ?? oneLine(node, 40);
}
