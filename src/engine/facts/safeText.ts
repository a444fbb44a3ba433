/** What can stand in the text of a query whatever the client sends: numbers, escaped values, one of few names, checked forms. */
import type { Member } from '#catalog';
import { lookUp, variableOf } from '../binding/scope.js';
import { memberOf } from '../match/catalogue.js';
import { moduleOf, oneLine } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeIn, calleeOf, isCall, isClass, isFunction, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, hasName, keyName, lastName, parameterPattern, parametersOf, propertyName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt } from '../flow/conditions.js';
import { exportedNode } from '../flow/exported.js';
import { memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { decoration } from '../flow/registration.js';
import type { Origin } from '../flow/trace.js';
import { type Holding, isBoundedRequest, lets, parsingSchema } from './bounds.js';

/** A form that leaves no room for code: a number, a date, an enumeration, a pattern. */
export const FORM: Holding = {
  inSchema: (analysis, node) => {
    if (node.type === 'Property') {
      const name = keyName(node.key, node.computed) ?? '';
      if (/^(?:enum|const|pattern|format)$/.test(name) || /^(?:is(?:Int|In|UUID|MongoId|Numeric|Float|Boolean|Date|Alphanumeric|Email)|matches|to(?:Int|Float|Boolean|Date))$/.test(name)) return true;
      return name === 'type' && /['"](?:integer|number|boolean)['"]/.test(oneLine(node.value));
    }
    return holds(analysis, node) === 'form';
  },
  asDecorator: (member) => member.holds === 'form',
};

/** What a piece of a schema holds a value to, by the catalogue's word. */
export function holds(analysis: Analysis, node: Node): 'form' | 'scalar' | undefined {
  if (isCall(node)) return memberOfCall(analysis, node)?.member.holds ?? heldByValue(analysis, calleeOf(node));
  return node.type === 'Identifier' || node.type === 'MemberExpression' ? heldByValue(analysis, node as Expression) : undefined;
}

/** `ParseIntPipe` and `t.number` say it by themselves. */
function heldByValue(analysis: Analysis, node: Expression): 'form' | 'scalar' | undefined {
  const value = analysis.valueOf(node);
  if (value.kind === 'member') return value.member.holds;
  const member = asMember(node);
  const object = member && value.kind === 'library' ? analysis.valueOf(member.object) : undefined;
  const name = member && propertyName(member);
  return object?.kind === 'library' && name !== undefined ? memberOf(object.library, object.type, name)?.holds : undefined;
}

/** Is an expression (of which `path` is wanted) safe in the text of a query, whatever goes into it? What cannot be told is not. */
export function isFixed(analysis: Analysis, node: Expression, path: readonly string[]): boolean {
  if (path.length > 0 && isCopiedByList(node)) return true;
  switch (node.type) {
    // A tag decides what becomes of its values; an object is no text.
    case 'TaggedTemplateExpression':
      return true;
    case 'ObjectExpression':
      return path.length === 0;
    case 'UnaryExpression':
    case 'UpdateExpression':
      return true;
    case 'BinaryExpression':
      return node.operator !== '+';
    case 'CallExpression':
    case 'NewExpression':
      return isFixedCall(analysis, node, path);
    case 'Identifier':
      return isChecked(analysis, node) || isReplaced(analysis, node) || isNarrowParameter(analysis, node);
    case 'MemberExpression':
      return propertyName(node) === 'length' || isChecked(analysis, node) || isNarrowField(analysis, node);
    default:
      return false;
  }
}

/** `schema.parse(req.query).sort`: does the schema hold what is wanted of it? */
export function isHeldByParse(analysis: Analysis, call: Call, { parses }: Member, path: readonly string[], holding: Holding): boolean {
  if (!parses) return false;
  const schema = parsingSchema(analysis, call, parses);
  return schema === undefined || lets(analysis, schema, parses.result !== undefined && path[0] === parses.result ? path.slice(1) : path, holding);
}

const NUMERIC = new Set(['Number', 'parseInt', 'parseFloat', 'Boolean', 'BigInt', 'Date', 'isNaN', 'isFinite', 'Symbol']);

function isFixedCall(analysis: Analysis, call: Call, path: readonly string[]): boolean {
  const callee = calleeOf(call);
  const name = lastName(callee) ?? '';
  const known = memberOfCall(analysis, call)?.member;
  if (known) return known.escapes === true || known.code !== undefined || known.query !== undefined || isHeldByParse(analysis, call, known, path, FORM);
  const member = asMember(callee);
  if (!member) return NUMERIC.has(name) || (ESCAPING.test(name) && analysis.valueOf(callee).kind !== 'function');
  const object = member.object.type === 'Identifier' ? member.object.name : '';
  if (object === 'Math' || (object === 'Number' && name !== 'String') || object === 'Date') return true;
  if (name === 'toFixed' || name === 'filter') return !isFunctionNamed(argumentsOf(call)[0], 'Boolean');
  if (name === 'replace' || name === 'replaceAll') return cutsCode(argumentsOf(call)[0]);
  return ESCAPING.test(name) && analysis.valueOf(callee).kind !== 'function';
}

/** What an unknown function's name promises; one that can be followed is judged by its body. */
const ESCAPING = /escape|sanitiz|sanitis|quote|^clean|purify|whitelist|allowlist/i;

function isFunctionNamed(node: Node | undefined, name: string): boolean {
  return node?.type === 'Identifier' && node.name === name;
}

/** A pattern that takes out all but what it lists, or that finds quotes: `.replace(/[^\w]/g, '')`, `.replace(/'/g, "''")`. */
function cutsCode(pattern: Node | undefined): boolean {
  const text = pattern ? oneLine(pattern) : '';
  return pattern?.type === 'Literal' && /\[\^|\\W|\\D/.test(text) ? true : /['"`]\s*[^\s\w]*['"`\\]|\\?'/.test(pattern?.type === 'Literal' && typeof pattern.value === 'string' ? JSON.stringify(pattern.value) : text);
}

/** Has every path to here passed a test that lets only known values through: an allow list, a pattern, a comparison with a constant? */
export function isChecked(analysis: Analysis, node: Expression): boolean {
  const text = textOfNode(node);
  return text !== undefined && (conditionsAt(node).some(({ test, holds: held }) => admits(analysis, test, text, held)) || isAsserted(node, text));
}

/** `if (key in COLUMNS) row[key] = query[key]`: which fields of an object get through is the code's own choice. */
function isCopiedByList(node: Expression): boolean {
  const holder = parentOf(wrapped(node));
  return holder?.type === 'MemberExpression' && holder.object === wrapped(node) && propertyName(holder) === undefined && conditionsAt(holder).some(({ test, holds: held }) => held && (test.type === 'BinaryExpression' ? test.operator === 'in' : isCall(test) && /^(?:includes|has|hasOwn|hasOwnProperty)$/.test(lastName(calleeOf(test)) ?? '')));
}

/** Does a test that holds (or fails) say that `text` is one of known values, or of a known form? */
function admits(analysis: Analysis, test: Expression, text: string, held: boolean, depth = 0): boolean {
  if (test.type === 'LogicalExpression') {
    const sides = [test.left, test.right].map((side) => admits(analysis, unwrap(side), text, held, depth));
    return (test.operator === '&&') === held ? sides.includes(true) : !sides.includes(false);
  }
  if (test.type === 'UnaryExpression' && test.operator === '!') return admits(analysis, unwrap(test.argument), text, !held, depth);
  if (isCall(test)) return admitsCall(test, text, held);
  if (test.type === 'Identifier' || test.type === 'MemberExpression') {
    // In a `switch` it is one of the cases; where it is nothing, it has no text.
    if (textOfNode(test) === text) return parentOf(wrapped(test))?.type === 'SwitchStatement' || !held;
    const definition = test.type === 'Identifier' && depth < 3 ? variableOf(moduleOf(test).bindings, test)?.definitions[0] : undefined;
    return definition?.kind === 'value' && definition.binding.path.length === 0 && admits(analysis, unwrap(definition.from), text, held, depth + 1);
  }
  if (test.type !== 'BinaryExpression' || test.left.type === 'PrivateIdentifier') return false;
  return admitsComparison(test, text, held);
}

function admitsCall(call: Call, text: string, held: boolean): boolean {
  const callee = calleeOf(call);
  const name = lastName(callee) ?? '';
  const receiver = asMember(callee)?.object;
  const asked = argumentsOf(call).some((argument) => mentions(argument, text)) || (receiver !== undefined && /^(?:match|search)$/.test(name) && mentions(receiver, text));
  if (!asked) return false;
  if (/nan|invalid|unsafe|illegal|disallowed|unknown|^not[A-Z]/i.test(name)) return !held;
  return held && /^(?:includes|has|hasOwn|hasOwnProperty|some|find|test|exec|match|contains|isIn|in)$|^(?:is|are|valid|allow|check|ensure|assert|can|matches|supports|in)[A-Z_]|^(?:valid|allow|permit)/i.test(name);
}

function admitsComparison(test: Extract<Node, { type: 'BinaryExpression' }>, text: string, held: boolean): boolean {
  const sides = [test.left, test.right] as Expression[];
  const value = sides.find((side) => isValueItself(side, text));
  const other = sides.find((side) => side !== value);
  const searched = sides.find((side) => isCall(unwrap(side)) && /^(?:indexOf|search|findIndex)$/.test(lastName(calleeOf(unwrap(side) as Call)) ?? ''));
  if (searched && mentions(searched, text)) {
    const none = ['===', '==', '<'].includes(test.operator);
    return none ? !held : held;
  }
  if (test.operator === 'in') return held && value === test.left;
  if (!value || !other) {
    const typed = sides.find((side) => unwrap(side).type === 'UnaryExpression' && textOfNode(side) === `typeof ${text}`);
    return typed !== undefined && /['"](?:number|boolean|bigint)['"]/.test(oneLine(sides.find((side) => side !== typed) as Node)) && (test.operator.startsWith('=') === held);
  }
  if (['<', '>', '<=', '>='].includes(test.operator)) return held;
  const nothing = /^(?:null|undefined|''|""|void 0)$/.test(oneLine(other));
  if (test.operator === '===' || test.operator === '==') return held && (nothing || other.type === 'Literal' || other.type === 'Identifier' || other.type === 'MemberExpression');
  return (test.operator === '!==' || test.operator === '!=') && !held;
}

/** The value, or a variant of it that is as good: `sort`, `sort.toLowerCase()`, `Number(sort)`. */
function isValueItself(side: Node, text: string): boolean {
  const own = oneLine(side);
  return own === text || own === `+${text}` || new RegExp(`^(?:Number|parseInt|parseFloat|String)\\(${escaped(text)}(?:, ?\\d+)?\\)$`).test(own) || new RegExp(`^${escaped(text)}\\??\\.(?:toLowerCase|toUpperCase|trim|toString)\\(\\)$`).test(own);
}

function mentions(node: Node, text: string): boolean {
  return hasName(oneLine(node), text, true);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** `assertSortable(sort)` as a statement before: it throws where the value is none of the known ones. */
function isAsserted(node: Node, text: string): boolean {
  let child: Node = node;
  for (let parent = parentOf(child); parent && !isFunction(child); child = parent, parent = parentOf(child)) {
    if (parent.type !== 'BlockStatement') continue;
    for (const statement of parent.body) {
      if (statement === child) break;
      if (statement.type !== 'ExpressionStatement') continue;
      const call = unwrap(statement.expression.type === 'AwaitExpression' ? statement.expression.argument : statement.expression);
      if (isCall(call) && /^(?:assert|validate|ensure|check|verify|guard|require)/i.test(lastName(calleeOf(call)) ?? '') && argumentsOf(call).some((argument) => mentions(argument, text))) return true;
    }
  }
  return false;
}

/** `if (!ALLOWED.includes(sort)) sort = 'name'` before the use. */
function isReplaced(analysis: Analysis, node: Extract<Node, { type: 'Identifier' }>): boolean {
  return (variableOf(moduleOf(node).bindings, node)?.definitions ?? []).some((definition) => {
    if (definition.kind !== 'value' || definition.from.start > node.start || parentOf(wrapped(definition.from))?.type !== 'AssignmentExpression') return false;
    return conditionsAt(definition.from).some(({ test, holds: held }) => admits(analysis, test, node.name, !held));
  });
}

/** A parameter whose declared type has no room for text of the client's own. */
function isNarrowParameter(analysis: Analysis, node: Extract<Node, { type: 'Identifier' }>): boolean {
  const definition = variableOf(moduleOf(node).bindings, node)?.definitions[0];
  if (definition?.kind !== 'parameter' || definition.binding.path.length > 0) return false;
  const pattern = parameterPattern(definition.parameter);
  const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined;
  return annotation != null && isNarrow(analysis, annotation, decoratorsOf(definition.parameter).length === 0);
}

/** `query.page`, where the class or interface of `query` declares a number. */
function isNarrowField(analysis: Analysis, node: Extract<Node, { type: 'MemberExpression' }>): boolean {
  const owner = analysis.valueOf(node.object);
  const name = propertyName(node);
  const property = owner.kind === 'instance' && isClass(owner.of) ? owner.of.body.body.find((member) => member.type === 'PropertyDefinition' && keyName(member.key, member.computed) === name) : undefined;
  return property?.type === 'PropertyDefinition' && property.typeAnnotation != null && isNarrow(analysis, property.typeAnnotation, true);
}

/** Is a declared type a number, a boolean, a date, an enumeration or (where `checked` by the compiler) one of few texts? */
function isNarrow(analysis: Analysis, type: Node, checked: boolean, depth = 0): boolean {
  if (depth > 5) return false;
  const again = (inner: Node): boolean => isNarrow(analysis, inner, checked, depth + 1);
  switch (type.type) {
    case 'TSTypeAnnotation':
      return again(type.typeAnnotation);
    case 'TSNumberKeyword':
    case 'TSBooleanKeyword':
    case 'TSBigIntKeyword':
      return true;
    case 'TSUndefinedKeyword':
    case 'TSNullKeyword':
    case 'TSLiteralType':
    case 'TSTypeOperator':
    case 'TSEnumDeclaration':
      return checked;
    case 'TSUnionType':
      return type.types.every(again);
    case 'TSArrayType':
      return again(type.elementType);
    case 'TSTypeAliasDeclaration':
      return again(type.typeAnnotation);
    case 'TSTypeReference': {
      if (type.typeName.type !== 'Identifier') return false;
      if (type.typeName.name === 'Date') return true;
      const declared = declarationOf(analysis, type.typeName);
      return declared !== undefined && again(declared);
    }
    default:
      return false;
  }
}

/** The alias or enumeration that a type's name means, here or where it is imported from. */
function declarationOf(analysis: Analysis, name: Extract<Node, { type: 'Identifier' }>): Node | undefined {
  const module = moduleOf(name);
  const definition = lookUp(module.bindings, name, name.name)?.definitions[0];
  if (definition?.kind === 'enum' || definition?.kind === 'type') return definition.node;
  if (definition?.kind !== 'import') return undefined;
  const target = analysis.follow(module, definition.source);
  return target && exportedNode(analysis, target, definition.imported);
}

/** Does something hold a request value to a form before the code sees it: its parameter's type, a pipe, a schema on its route? */
export function isHeld(analysis: Analysis, origin: Origin): boolean {
  if (isBoundedRequest(analysis, origin, FORM) || isParsedOnTheWay(analysis, origin, FORM)) return true;
  const { parameter, path } = origin;
  const declared = parameter && parametersOf(parameter.fn)[parameter.index];
  if (!declared) return false;
  if (decoratorsOf(declared).some((decorator) => hasOwnPipe(analysis, decorator.expression))) return true;
  const pattern = parameterPattern(declared);
  const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined;
  if (annotation == null) return false;
  const value = path.length > 0 ? analysis.typeValue(annotation) : undefined;
  const name = path.findLast((each) => each !== '*');
  const field = value?.kind === 'instance' && isClass(value.of) ? value.of.body.body.find((member) => member.type === 'PropertyDefinition' && keyName(member.key, member.computed) === name) : undefined;
  if (field?.type === 'PropertyDefinition' && field.typeAnnotation != null) return isNarrow(analysis, field.typeAnnotation, true) || decoratorsOf(field).some((decorator) => decoration(analysis, decorator.expression) === undefined && analysis.valueOf(calleeIn(decorator.expression)).kind === 'unknown');
  return isNarrow(analysis, annotation, decoratorsOf(declared).length === 0);
}

/** `readRequest(request, schema)`: a function of the app that is given the schema along with what it parses. */
export function isParsedOnTheWay(analysis: Analysis, { hops, path }: Origin, holding: Holding): boolean {
  return hops.some((hop) => isCall(hop) && !memberOfCall(analysis, hop) && argumentsOf(hop).some((argument) => {
    const value = argument.type === 'SpreadElement' || isFunction(argument) ? undefined : analysis.valueOf(argument as Expression);
    return value?.kind === 'library' && value.library.kind === 'validation' && lets(analysis, argument, path, holding);
  }));
}

/** `@Query('sort', ParseSortPipe)`: a pipe of the app's own, or of a package that nobody described. */
function hasOwnPipe(analysis: Analysis, expression: Expression): boolean {
  const call = unwrap(expression);
  if (!isCall(call)) return false;
  return argumentsOf(call).some((argument) => {
    const inner = unwrap(argument as Expression);
    if (inner.type !== 'Identifier' && inner.type !== 'NewExpression') return false;
    const value = analysis.valueOf(inner.type === 'NewExpression' ? calleeOf(inner) : inner);
    return value.kind === 'class' || value.kind === 'unknown' || value.kind === 'foreign';
  });
}
