/** Sensitive values on their way into a log: by their names, inside rows, with the body of a login, among a request's headers. */
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, isCall, isClass, isWithin, unwrap } from '../syntax/ast.js';
import { keyName, lastName, parameterPattern, parametersOf, propertyName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt } from '../flow/conditions.js';
import { memberOfCall } from '../flow/invocation.js';
import { type Origin, originsOf } from '../flow/trace.js';
import { isDevelopment } from './errors.js';
import { exposedRow, isMasked } from './exposures.js';
import { handlerAround } from './layers.js';
import { type LogCall, logCallsOf } from './logs.js';
import { loggedSecret, sensitivityOf } from './sensitive.js';

export type Logged =
  | { readonly kind: 'value'; readonly node: Node; readonly name: string }
  | { readonly kind: 'row'; readonly node: Node; readonly model: string; readonly fields: readonly string[] }
  | { readonly kind: 'body' | 'headers' | 'session'; readonly node: Node };

/** What a module logs of that kind, each once a site. */
export function loggedOf(analysis: Analysis, module: Module): Logged[] {
  return logCallsOf(analysis, module).flatMap((log) => {
    if (conditionsAt(log.node).some(isDevelopment)) return [];
    const redacts = log.line.some(isObject) && isRedacted(analysis, log);
    return log.line.filter((argument) => !(redacts && isObject(argument))).flatMap((argument) => leavesOf(analysis, argument, undefined, 0)).flatMap((leaf) => loggedBy(analysis, leaf) ?? []);
  });
}

/** An expression that a line shows, and the key that it is shown under. */
interface Leaf {
  readonly node: Expression;
  readonly key: string | undefined;
}

function isObject(node: Node): boolean {
  return node.type !== 'SpreadElement' && unwrap(node as Expression).type === 'ObjectExpression';
}

/** The parts of what is logged whose values are shown as they are. */
function leavesOf(analysis: Analysis, node: Node, key: string | undefined, depth: number): Leaf[] {
  if (depth > 6) return [];
  const inner = unwrap((node.type === 'SpreadElement' ? node.argument : node) as Expression);
  const below = (...nodes: readonly (Node | null)[]): Leaf[] => nodes.filter((each) => each !== null).flatMap((each) => leavesOf(analysis, each, key, depth + 1));
  switch (inner.type) {
    case 'TemplateLiteral':
      return below(...inner.expressions);
    case 'BinaryExpression':
      return inner.operator === '+' ? below(inner.left, inner.right) : [];
    case 'ConditionalExpression':
      return below(inner.consequent, inner.alternate);
    case 'LogicalExpression':
      return inner.operator === '&&' ? below(inner.right) : below(inner.left, inner.right);
    case 'AwaitExpression':
      return below(inner.argument);
    case 'ArrayExpression':
      return below(...inner.elements);
    case 'ObjectExpression':
      return inner.properties.flatMap((property) => leavesOf(analysis, property.type === 'SpreadElement' ? property.argument : property.value, property.type === 'SpreadElement' ? undefined : keyName(property.key, property.computed), depth + 1));
    case 'CallExpression':
      return isPrinting(inner) ? below(...argumentsOf(inner).slice(0, 1)) : [{ node: inner, key: undefined }];
    case 'Identifier':
      return inner.name === 'undefined' ? [] : [{ node: inner, key }];
    case 'MemberExpression':
      return [{ node: inner, key }];
    default:
      return [];
  }
}

/** `JSON.stringify(x)`, `inspect(x)`, `String(x)` */
function isPrinting(call: Call): boolean {
  return ['stringify', 'inspect', 'String'].includes(String(lastName(calleeOf(call))));
}

function loggedBy(analysis: Analysis, { node, key }: Leaf): Logged | undefined {
  const origins = originsOf(analysis, node, { callers: false, clean: (each) => isMasked(analysis, each) });
  const named = node.type === 'CallExpression' ? undefined : secretName(analysis, node, key, origins);
  if (named !== undefined) return { kind: 'value', node, name: named };
  if (node.type === 'MemberExpression' && propertyName(node) === 'session' && isRequest(analysis, node.object)) return { kind: 'session', node };
  for (const origin of origins) {
    if (origin.kind === 'request' && origin.path.length === 0) {
      if (origin.part === 'headers' && !isCall(origin.node) && isWhole(origin, node)) return { kind: 'headers', node };
      if (origin.part === 'body' && isWhole(origin, node) && carriesPassword(analysis, origin)) return { kind: 'body', node };
    }
    const row = exposedRow(analysis, origin);
    if (row?.kind === 'row' && row.model !== undefined) return { kind: 'row', node, model: row.model, fields: row.fields };
  }
  return undefined;
}

/** The name of a secret that an expression is: its own, that of the key it is shown under, or that of what it comes from. */
function secretName(analysis: Analysis, node: Expression, key: string | undefined, origins: readonly Origin[]): string | undefined {
  // A value that is masked, a flag, or a text that stands in the code is none.
  if (!origins.some((origin) => origin.kind !== 'literal' && !isFlag(origin.node)) || isPlainlyTyped(origins)) return undefined;
  const own = lastName(node);
  for (const name of [own, key]) if (name !== undefined && loggedSecret(name)) return name;
  for (const origin of origins) {
    const last = origin.path.findLast((each) => each !== '*' && !/^\d+$/.test(each));
    const isSent = origin.kind === 'request' && origin.part !== undefined && ['body', 'headers', 'query', 'params', 'cookies'].includes(origin.part);
    if (last !== undefined && isSent && (/^token$|^authorization$/i.test(last) || sensitivityOf(last))) return last;
    if (own !== undefined && /^token$/i.test(own) && origin.kind === 'other' && isCall(origin.node) && /^sign$|^(?:generate|create|issue|make|sign|new)\w*(?:Token|Jwt)$|^randomBytes$/i.test(String(lastName(calleeOf(origin.node))))) return own;
  }
  return undefined;
}

/** A comparison, a negation, a type: nothing of the value itself. */
function isFlag(node: Node): boolean {
  return node.type === 'UnaryExpression' || node.type === 'BinaryExpression' || (isCall(node) && /mask|redact|hide|obfuscat|sanit|has[A-Z]|^is[A-Z]|length|count/i.test(String(lastName(calleeOf(node)))));
}

/** Parameters that are declared to be numbers or flags. */
function isPlainlyTyped(origins: readonly Origin[]): boolean {
  return origins.every(({ parameter, path }) => {
    const declared = parameter && path.length === 0 ? parametersOf(parameter.fn)[parameter.index] : undefined;
    const pattern = declared && parameterPattern(declared);
    const annotation = pattern && 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined;
    const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation.type : undefined;
    return type === 'TSBooleanKeyword' || type === 'TSNumberKeyword';
  });
}

/** Does an expression stand for the whole of what it comes from? */
function isWhole(origin: Origin, node: Expression): boolean {
  return origin.hops.every((hop) => hop.type === 'Identifier' || hop.type === 'MemberExpression' || hop.type === 'ObjectExpression') && (node.type === 'Identifier' || node.type === 'MemberExpression');
}

function isRequest(analysis: Analysis, node: Expression): boolean {
  const value = analysis.valueOf(node);
  return value.kind === 'library' && value.library.kind === 'framework' && value.type === 'Request';
}

/** Does a body hold a password: by its DTO, by what its handler takes out of it, or by the route that it is sent to? */
function carriesPassword(analysis: Analysis, origin: Origin): boolean {
  const declared = origin.parameter && parametersOf(origin.parameter.fn)[origin.parameter.index];
  const pattern = declared && parameterPattern(declared);
  const type = pattern && 'typeAnnotation' in pattern && pattern.typeAnnotation ? analysis.typeValue(pattern.typeAnnotation) : undefined;
  if (type?.kind === 'instance' && isClass(type.of)) return type.of.body.body.some((member) => member.type === 'PropertyDefinition' && sensitivityOf(String(keyName(member.key, member.computed))) === 'password');
  const fn = origin.parameter?.fn ?? handlerAround(analysis, origin.node)?.fn;
  return (fn !== undefined && readsPassword(analysis, fn)) || /(?:^|\/)(?:log-?in|sign-?in|sign-?up|register|reset-?password|change-?password|password)(?:\/|$)/i.test(String(handlerAround(analysis, origin.node)?.registration.path));
}

/** Does a handler read a password off a request's body? */
function readsPassword(analysis: Analysis, fn: FunctionNode): boolean {
  return analysis.once('readsPassword', fn, false, () => {
    const { bindings } = moduleOf(fn);
    for (const name of ['password', 'newPassword', 'currentPassword', 'oldPassword']) {
      for (const node of [...(bindings.members.get(name) ?? []), ...(bindings.identifiers.get(name) ?? [])]) {
        if (isWithin(node, fn) && originsOf(analysis, node as Expression, { callers: false }).some((origin) => origin.kind === 'request' && origin.part === 'body' && origin.path.at(-1) === name)) return true;
      }
    }
    return false;
  });
}

/** Is the logger of a call made with a list of what to leave out? */
function isRedacted(analysis: Analysis, { node }: LogCall): boolean {
  const receiver = asMember(calleeOf(node))?.object;
  if (!receiver) return false;
  return originsOf(analysis, receiver, { callers: false }).some((origin) => isCall(origin.node) && memberOfCall(analysis, origin.node)?.library.kind === 'logging' && /redact|mask|format|serializer/i.test(moduleOf(origin.node).text));
}
