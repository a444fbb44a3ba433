/** What a call gives for a function's parameters, as far as the text says so, and what follows for the function's branches. */
import { type Definition, variableOf } from '../binding/scope.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, type NodeOf, type ObjectExpression, argumentsOf, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { lastName, objectProperty, parametersOf, propertyName } from '../syntax/names.js';
import { conditionsAt, leaves } from './conditions.js';
import { spelledOut } from './spelled.js';

/** A parameter, or an option in one. */
export interface Need {
  readonly index: number;
  readonly path: readonly string[];
  /** What is needed is that nothing is given for it, or (`falsy`) nothing that counts as true. */
  readonly absent?: 'nothing' | 'falsy';
}

/** Does what a call gives keep a node of the called function from being reached: `{ skipChecks: true }` before `if (!skipChecks) …`, `{ type: 'a' }` before `case 'b':`? */
export function isClosed(fn: FunctionNode, node: Node, call: Call): boolean {
  if (isOtherCase(fn, node, call)) return true;
  return conditionsAt(node).some(({ test, holds }) => {
    if (test.type === 'BinaryExpression' && /^[!=]==?$/.test(test.operator)) {
      const same = isWithin(test, fn) ? isGiven(fn, test.left as Expression, test.right, call) : undefined;
      return same !== undefined && same !== (holds === test.operator.startsWith('='));
    }
    const need = isWithin(test, fn) ? parameterPath(fn, test) : undefined;
    const given = need && givenFor(need, call);
    if (!need || given === 'unknown') return false;
    if (given === undefined || isFalse(given.value)) return holds;
    return !holds && given.tests.length === 0 && given.value.type === 'Literal' && given.value.value === true;
  });
}

/** Does a call lead to another case of a `switch` around a node? A case that the one before may go on into counts together with it. */
function isOtherCase(fn: FunctionNode, node: Node, call: Call): boolean {
  for (let child = node, parent = parentOf(child); parent && child !== fn; child = parent, parent = parentOf(child)) {
    if (parent.type !== 'SwitchStatement' || child.type !== 'SwitchCase') continue;
    const { cases, discriminant } = parent;
    const at = cases.indexOf(child);
    const first = cases.slice(0, at).findLastIndex(({ consequent }) => consequent.some(leaves)) + 1;
    const leading = cases.slice(first, at + 1);
    const matches = (some: readonly NodeOf<'SwitchCase'>[]): (boolean | undefined)[] => some.map(({ test }) => (test ? isGiven(fn, discriminant, test, call) : undefined));
    const others = cases.filter((each) => !leading.includes(each));
    if (leading.some(({ test }) => test === null) ? matches(others).includes(true) : matches(leading).every((same) => same === false)) return true;
  }
  return false;
}

/** Does a call give this very value for what is compared with it? `undefined` where that cannot be told. */
function isGiven(fn: FunctionNode, compared: Expression, value: Expression, call: Call): boolean | undefined {
  const need = parameterPath(fn, compared);
  const given = need && givenFor(need, call);
  if (given === undefined || given === 'unknown' || given.tests.length > 0) return undefined;
  const [one, other] = [given.value, unwrap(value)];
  if (one.type === 'Literal' && other.type === 'Literal') return one.value === other.value;
  // Two members of one enum.
  if (one.type !== 'MemberExpression' || other.type !== 'MemberExpression' || one.object.type !== 'Identifier' || other.object.type !== 'Identifier' || one.object.name !== other.object.name) return undefined;
  const [name, another] = [propertyName(one), propertyName(other)];
  return name === undefined || another === undefined || !/^[A-Z]/.test(one.object.name) ? undefined : name === another;
}

/** The parameter (and the option in it) that a test is about; `undefined` where it is about something else, or a default fills it. */
export function parameterPath(fn: FunctionNode, test: Expression): Need | undefined {
  const path: string[] = [];
  let node = unwrap(test);
  while (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') {
    path.unshift(node.property.name);
    node = unwrap(node.object);
  }
  if (node.type !== 'Identifier') return undefined;
  const [definition, ...later] = variableOf(moduleOf(node).bindings, node)?.definitions ?? [];
  if (later.some((each) => !isAfter(each, test)) || definition?.kind !== 'parameter' || definition.of !== fn || definition.binding.rest) return undefined;
  const whole = [...definition.binding.path, ...path];
  const parameter = parametersOf(fn)[definition.index];
  // `options = {}` gives none of the options.
  const given = parameter?.type === 'AssignmentPattern' ? parameter.right : undefined;
  const givesNothing = given === undefined || isFalse(given) || (whole.length > 0 && isEmpty(given));
  const { fallback } = definition.binding;
  // `fresh = false`, `{ fresh = false }`: left out, it is as if it were not given.
  if (!givesNothing || (fallback && fallback !== given && !isFalse(fallback))) return undefined;
  return { index: definition.index, path: whole };
}

/** Is a variable given another value only after a test of it: `if (user === undefined) user = await …`? */
function isAfter(definition: Definition, test: Node): boolean {
  const from = definition.kind === 'value' ? definition.from : definition.kind === 'changed' ? definition.node : undefined;
  return from !== undefined && from.start >= test.start;
}

/**
 * Is something sure to be given: a name for a value that was made or read before, an element, a parameter that is no option, a literal? What a lookup in memory
 * gives may be nothing. Where it must count as `true`, a parameter, a property or the answer to a question may just as well be `false`.
 */
export function isSomething(given: Expression, isTrue: boolean): boolean {
  const inner = unwrap(given);
  switch (inner.type) {
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'NewExpression':
      return true;
    case 'Literal':
      return Boolean(inner.value);
    case 'MemberExpression':
      return !isTrue && !inner.optional;
    case 'CallExpression':
      return !isLookup(inner) && !(isTrue && isQuestion(inner));
    case 'AwaitExpression':
      return isSomething(inner.argument, isTrue);
    case 'Identifier': {
      const [definition, ...others] = variableOf(moduleOf(inner).bindings, inner)?.definitions ?? [];
      if (!definition || others.length > 0) return false;
      if (definition.kind === 'parameter') return !isTrue && !mayBeLeftOut(definition);
      return definition.kind === 'element' || (definition.kind === 'value' && (isTrue ? isSomething(definition.from, true) : !isMaybe(definition.from)));
    }
    default:
      return false;
  }
}

/** `isOpen(row)`, `options.has('x')`, `Boolean(x)` */
function isQuestion({ callee }: NodeOf<'CallExpression'>): boolean {
  return /^(?:is|has|can|should|may|check|validate|verify|exists|some|every|includes|test|count)(?![a-z])|^Boolean$/.test(lastName(callee) ?? '');
}

function mayBeLeftOut({ parameter, binding }: Extract<Definition, { kind: 'parameter' }>): boolean {
  return binding.path.length > 0 || parameter.type === 'AssignmentPattern' || ('optional' in parameter && parameter.optional === true);
}

/** `found ? found : undefined`, or what a lookup gives */
function isMaybe(from: Expression): boolean {
  const inner = unwrap(from);
  if (inner.type === 'ConditionalExpression') return isFalse(inner.consequent) || isFalse(inner.alternate);
  return inner.type === 'CallExpression' && isLookup(inner);
}

/** `cache.get(id)`, `users.find((user) => …)` */
function isLookup({ callee }: NodeOf<'CallExpression'>): boolean {
  return ['get', 'find', 'findLast', 'at', 'pop', 'shift'].includes(lastName(callee) ?? '');
}

export interface Given {
  readonly value: Expression;
  /** What must hold for that to be what is given, and not nothing. */
  readonly tests: readonly Expression[];
}

/** What a call gives for a parameter, or for an option in it; `undefined` where it gives nothing. */
export function givenFor({ index, path }: Need, call: Call): Given | 'unknown' | undefined {
  const args = argumentsOf(call);
  if (args.some((argument) => argument.type === 'SpreadElement')) return 'unknown';
  const argument = args[index];
  if (!argument) return undefined;
  const tests: Expression[] = [];
  let value = ifHolds(argument as Expression, tests, path.length > 0);
  for (const [at, name] of path.entries()) {
    if (isFalse(value)) return undefined;
    if (value.type !== 'ObjectExpression') return 'unknown';
    const property = objectProperty(value, name) ?? spreadProperty(value, name, tests);
    if (property === undefined || property === 'unknown') return property;
    value = ifHolds(property.value, tests, at < path.length - 1);
  }
  return { value, tests };
}

/** `{ id, ...(fresh && { all: true }) }` → `all`, with the test put to the others; `unknown` where something is spread that nobody can see into. */
function spreadProperty(object: ObjectExpression, name: string, tests: Expression[]): { readonly value: Expression } | 'unknown' | undefined {
  for (const spread of object.properties.toReversed()) {
    if (spread.type !== 'SpreadElement') continue;
    const held: Expression[] = [];
    const inner = ifHolds(spread.argument, held, true);
    if (isFalse(inner)) continue;
    if (inner.type !== 'ObjectExpression') return 'unknown';
    const property = objectProperty(inner, name) ?? spreadProperty(inner, name, held);
    if (property === 'unknown') return property;
    if (!property) continue;
    tests.push(...held);
    return property;
  }
  return undefined;
}

/** `test ? value : undefined`, `test && value` → `value`, with the test put to the others. Of `options`, an empty object gives as little. */
function ifHolds(node: Expression, tests: Expression[], options: boolean): Expression {
  const inner = spelledOut(node);
  const made = options ? madeOf(inner) : undefined;
  if (made) return made;
  if (inner.type === 'ConditionalExpression' && (isFalse(inner.alternate) || (options && isEmpty(inner.alternate)))) {
    tests.push(inner.test);
    return ifHolds(inner.consequent, tests, options);
  }
  if (inner.type === 'LogicalExpression' && inner.operator === '&&') {
    tests.push(inner.left);
    return ifHolds(inner.right, tests, options);
  }
  return inner;
}

/** The object that a class is told to make one of its own of: `ListCommand.create({ userId })`. */
function madeOf(node: Expression): ObjectExpression | undefined {
  if (node.type !== 'CallExpression' || node.arguments.length !== 1 || node.callee.type !== 'MemberExpression') return undefined;
  const { object } = node.callee;
  const [fields] = argumentsOf(node);
  return object.type === 'Identifier' && /^[A-Z]/.test(object.name) && propertyName(node.callee) === 'create' && fields?.type === 'ObjectExpression' ? fields : undefined;
}

function isEmpty(node: Expression): boolean {
  const inner = unwrap(node);
  return inner.type === 'ObjectExpression' && inner.properties.length === 0;
}

export function isFalse(node: Expression): boolean {
  const inner = unwrap(node);
  return (inner.type === 'Literal' && (inner.value === false || inner.value === null)) || (inner.type === 'Identifier' && inner.name === 'undefined');
}
