/** Numbers that are calculated: what is arithmetic on the way of a value, and what is a number at all. */
import { type Definition, variableOf } from '../binding/scope.js';
import { moduleOf } from '../modules/parse.js';
import { type Expression, type Node, asMember, calleeOf, isCall, isFunction, unwrap } from '../syntax/ast.js';
import { lastName, parameterPattern, propertyName } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { CALCULATING_METHODS } from '../flow/trace.js';

type Names = ReadonlySet<string | undefined>;

const OPERATORS: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '**']);

/** What decimals calculate with. */
const DECIMALS: Names = new Set(['plus', 'minus', 'times', 'dividedBy', 'mul', 'sub']);

/** Does an expression calculate: an operator between two values, a decimal's method, a name that is counted up? Names are looked up where they are given a value. */
export function calculates(node: Expression, depth = 0): boolean {
  let found = false;
  walk(node, (each) => {
    if (found || isFunction(each)) return false;
    if (isCalculation(each)) found = true;
    else if (each.type === 'Identifier' && depth < 3) found = definitionsOf(each).some((definition) => definition.kind === 'value' && definition.binding.path.length === 0 && calculates(definition.from, depth + 1));
    return !found;
  });
  return found;
}

/** Is a node on the way of a value a step of a calculation? */
export function isCalculation(node: Node): boolean {
  if (node.type === 'BinaryExpression') return OPERATORS.has(node.operator);
  if (node.type === 'AssignmentExpression') return OPERATORS.has(node.operator.slice(0, -1));
  if (node.type === 'Identifier') return definitionsOf(node).some((definition) => definition.kind === 'changed' && isCountedUp(definition.node));
  return isCall(node) && asMember(calleeOf(node)) !== undefined && DECIMALS.has(lastName(calleeOf(node)));
}

function isCountedUp(node: Node): boolean {
  return node.type === 'UpdateExpression' || (node.type === 'AssignmentExpression' && OPERATORS.has(node.operator.slice(0, -1)));
}

/** Where a name is given a value. */
export function definitionsOf(identifier: Extract<Node, { type: 'Identifier' }>): readonly Definition[] {
  return variableOf(moduleOf(identifier).bindings, identifier)?.definitions ?? [];
}

/**
 * Is what a calculation gives a number? Anything but `+` says so itself; a sum is one where an operand is known to be, or where the column's name means one.
 * A sum with a text in it is none.
 */
export function isNumber(analysis: Analysis, calculation: Node, column: string): boolean {
  const operands = operandsOf(calculation);
  if (operands === undefined) return true;
  if (operands.some((operand) => isText(operand))) return false;
  return COUNTED.test(column) || operands.some((operand) => isNumeric(analysis, operand));
}

/** A sum is looked for in so many variables that are added to one another, or to themselves (`x += x`). */
const MOST_NAMES = 3;

/** What is added up, all `+` of a chain taken together; `undefined` where it is no sum. */
function operandsOf(node: Node, names = 0): Expression[] | undefined {
  if (node.type === 'AssignmentExpression') return node.operator === '+=' ? (operandsOf(unwrap(node.right), names) ?? [node.right]) : undefined;
  if (node.type === 'Identifier') {
    const sums = definitionsOf(node).flatMap((definition) => (definition.kind === 'changed' ? (names < MOST_NAMES ? (operandsOf(definition.node, names + 1) ?? [undefined]) : [undefined]) : []));
    return sums.length === 0 || sums.includes(undefined) ? undefined : (sums as Expression[]);
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined;
  return [node.left, node.right].flatMap((side) => operandsOf(unwrap(side), names) ?? [side]);
}

/** What columns that hold numbers are called. */
const COUNTED = /count|total|sum$|amount|balance|quantit|qty|stock|points?$|score|credits?$|debit|views?$|visits?$|hits$|likes?$|votes?$|clicks?$|attempts?$|retries|number$|num$|usage|used$|remaining|available|price|cost|revenue|earnings|inventory|coins?$|xp$|level|rank|position|size$|bytes|minutes|seconds|hours|downloads?$|wins$|losses$|followers|streak|karma|progress|limit/i;

/** Functions and methods that give texts, and those that give numbers. */
const TEXTS: Names = new Set(['String', 'toString', 'toFixed', 'join', 'trim', 'toUpperCase', 'toLowerCase', 'slice', 'substring', 'padStart', 'toISOString', 'stringify', 'replace']);
const NUMBERS: Names = new Set<string | undefined>(['Number', 'parseInt', 'parseFloat', 'BigInt', ...CALCULATING_METHODS]);

function isText(node: Expression): boolean {
  const inner = unwrap(node);
  if (inner.type === 'TemplateLiteral' || (inner.type === 'Literal' && typeof inner.value === 'string')) return true;
  if (inner.type === 'LogicalExpression') return isText(inner.right);
  return isCall(inner) && TEXTS.has(lastName(calleeOf(inner)));
}

function isNumeric(analysis: Analysis, node: Expression, depth = 0): boolean {
  const inner = unwrap(node);
  if (depth > 3) return false;
  switch (inner.type) {
    case 'Literal':
      return typeof inner.value === 'number' || typeof inner.value === 'bigint';
    case 'UnaryExpression':
      return ['+', '-'].includes(inner.operator);
    case 'BinaryExpression':
      return inner.operator !== '+' && OPERATORS.has(inner.operator);
    case 'LogicalExpression':
      return isNumeric(analysis, inner.right, depth + 1);
    case 'ConditionalExpression':
      return isNumeric(analysis, inner.consequent, depth + 1) || isNumeric(analysis, inner.alternate, depth + 1);
    case 'MemberExpression':
      return propertyName(inner) === 'length';
    case 'CallExpression':
      return NUMBERS.has(lastName(calleeOf(inner))) || lastName(asMember(calleeOf(inner))?.object) === 'Math';
    case 'Identifier': {
      const value = analysis.valueOf(inner);
      if (value.kind === 'literal' && typeof value.value === 'number') return true;
      return definitionsOf(inner).some((definition) => (definition.kind === 'parameter' ? isDeclaredNumber(definition.parameter) : definition.kind === 'value' && definition.binding.path.length === 0 && isNumeric(analysis, definition.from, depth + 1)));
    }
    default:
      return false;
  }
}

/** `amount: number`, `amount = 1` */
function isDeclaredNumber(parameter: Node): boolean {
  if (parameter.type === 'AssignmentPattern' && parameter.right.type === 'Literal') return typeof parameter.right.value === 'number';
  const pattern = parameterPattern(parameter);
  const annotation = pattern.type === 'Identifier' ? pattern.typeAnnotation?.typeAnnotation.type : undefined;
  return annotation === 'TSNumberKeyword' || annotation === 'TSBigIntKeyword';
}

