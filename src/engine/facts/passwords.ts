/** Passwords on their way into the database, into digests, and into comparisons. */
import type { CostBound } from '#catalog';
import { variableOf } from '../binding/scope.js';
import { typeField } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, awaited, calleeOf, isCall, isClass, isFunction, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { keyName, lastName, propertyName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { type Origin, originsOf, type TraceOptions } from '../flow/trace.js';
import type { Value } from '../flow/value.js';
import { asCall, definitionHashes, digests, isHashCall, modelHashes } from './hashing.js';
import { classRole } from './layers.js';
import { propertiesIn, type Query, queriesOf } from './queries.js';
import { callsOf } from './reach.js';

export type PasswordFault =
  | { readonly kind: 'plaintext'; readonly node: Node; readonly field: string; readonly target: string; readonly promise: boolean }
  | { readonly kind: 'fastHash'; readonly node: Node; readonly field: string; readonly algorithm: string }
  | { readonly kind: 'weakCost'; readonly node: Node; readonly cost: number; readonly least: number; readonly unit: string; readonly library: string }
  | { readonly kind: 'plaintextCompare'; readonly node: Node; readonly field: string };

/** Is this the name of a user's password, in plain? Tokens, confirmations, hashes and passwords of machines are not. */
export function isPasswordName(name: string | undefined): boolean {
  if (name === undefined) return false;
  const word = name.replace(/^#/, '');
  if (!/(?:^|[a-z_\d])(?:password|passwd|pwd)$/i.test(word) && !/^(?:pass|passw)$/i.test(word)) return false;
  return !/confirm|repeat|again|retype|match|hash|crypt|salt|digest|reset|forgot|has_?p|is_?p|show|hide|min|max|smtp|mail|db_?|database|redis|proxy|cert|key|share|link|room|zip|wifi|basic|ftp|ssh|mongo|postgres|mysql|broker|queue|root_?pass/i.test(word);
}

/** The faults of a module. */
export function passwordFaultsOf(analysis: Analysis, module: Module): PasswordFault[] {
  return [...writtenPasswords(analysis, module), ...assignedPasswords(analysis, module), ...digestedPasswords(analysis, module), ...weakCosts(analysis, module), ...comparedPasswords(analysis, module)];
}

/** A password that a query writes, by a property, in SQL, or with the whole request body. */
function* writtenPasswords(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const query of queriesOf(analysis, module)) {
    if (query.cache || query.access !== 'write' || modelHashes(analysis, query)) continue;
    for (const { name, value } of passwordValues(analysis, query)) {
      const fault = plaintext(analysis, value, name, query.name);
      if (fault) yield fault;
    }
    if (isUserLike(query) && declaresPassword(analysis, query)) {
      for (const data of query.data) {
        const body = originsOf(analysis, data as Expression, options(analysis, false)).find((origin) => origin.kind === 'request' && origin.part === 'body' && origin.path.length === 0);
        if (body && isWholeBody(data)) yield { kind: 'plaintext', node: data, field: 'password', target: query.name, promise: false };
      }
    }
  }
}

/** The password-named values among a query's data, its SQL parameters included. */
function passwordValues(analysis: Analysis, query: Query): { name: string; value: Expression }[] {
  const found: { name: string; value: Expression }[] = [];
  for (const data of query.data) {
    for (const name of ['password', 'passwd', 'pwd', 'pass', 'userPassword', 'user_password', 'passwordHash', 'password_hash', 'hashedPassword', 'hashed_password', 'encryptedPassword', 'encrypted_password']) {
      for (const value of propertiesIn(analysis, data as Expression, [name])) found.push({ name, value: value as Expression });
      for (const value of propertiesIn(analysis, data as Expression, ['$set', name])) found.push({ name, value: value as Expression });
    }
  }
  if (query.sql !== undefined) found.push(...sqlPasswords(query));
  return found;
}

/** `INSERT INTO users (email, password) VALUES ($1, $2)` with its parameters, and values put into the text itself. */
function sqlPasswords(query: Query): { name: string; value: Expression }[] {
  const found: { name: string; value: Expression }[] = [];
  const text = query.sqlNode && unwrap(query.sqlNode as Expression);
  if (text?.type === 'TemplateLiteral') {
    const columns = /insert\s+into\s+\S+\s*\(([^)]*)\)/i.exec(query.sql ?? '')?.[1]?.split(',').map((column) => column.trim().replace(/["'`]/g, '')) ?? [];
    const whole = text.quasis.map((part) => part.value.raw);
    let commas = -1;
    text.expressions.forEach((expression, index) => {
      const before = whole[index] ?? '';
      const assigned = /(\w+)["'`]?\s*=\s*["'`]?$/.exec(before)?.[1];
      const values = /\bvalues\s*\(([\s\S]*)$/i.exec(before);
      commas = values ? (values[1]?.split(',').length ?? 1) - 1 : commas >= 0 ? commas + (before.split(',').length - 1) : commas;
      const column = assigned ?? (commas >= 0 ? columns[commas] : undefined);
      if (isPasswordName(column)) found.push({ name: column ?? '', value: expression });
    });
    return found;
  }
  const values = argumentsOf(query.call)[1];
  const list = values ? unwrap(values as Expression) : undefined;
  if (list?.type !== 'ArrayExpression' || query.sql === undefined) return found;
  const columns = /insert\s+into\s+\S+\s*\(([^)]*)\)/i.exec(query.sql)?.[1]?.split(',') ?? [...query.sql.matchAll(/["'`]?(\w+)["'`]?\s*=\s*(?:\?|\$\d+)/g)].map((match) => match[1] ?? '');
  columns.forEach((column, index) => {
    const element = list.elements[index];
    const name = column.trim().replace(/["'`]/g, '');
    if (isPasswordName(name) && element && element.type !== 'SpreadElement') found.push({ name, value: element });
  });
  return found;
}

/** `user.password = req.body.password` on an object of a model. */
function* assignedPasswords(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const node of module.bindings.nodes.get('AssignmentExpression') ?? []) {
    if (node.type !== 'AssignmentExpression' || node.operator !== '=') continue;
    const target = asMember(node.left as Node);
    const name = target && propertyName(target);
    if (!target || !isPasswordName(name) || name === undefined) continue;
    const entity = entityOf(analysis, analysis.valueOf(target.object));
    if (!entity || definitionHashes(analysis, entity.definition, 'save', entity.covers)) continue;
    const fault = plaintext(analysis, node.right, name, textOfNode(target) ?? name);
    if (fault) yield fault;
  }
}

/** The definition behind an object of a model; `undefined` for any other value. */
function entityOf(analysis: Analysis, value: Value): { definition: Node | undefined; covers?: Readonly<Record<string, readonly string[]>> | undefined } | undefined {
  if (value.kind === 'library') return typeField(value.library, value.type, 'entity') ? { definition: value.model?.class ?? value.model?.defined, covers: value.library.hookCovers } : undefined;
  if (value.kind === 'instance' && isClass(value.of)) {
    const base = value.of.superClass ? analysis.valueOf(value.of.superClass) : undefined;
    if (classRole(analysis, value.of) === 'entity' || base?.kind === 'library') return { definition: value.of };
  }
  return undefined;
}

/** A value that is a plain password: from the request, from callers that hand one in, or a hash that is still a promise. */
function plaintext(analysis: Analysis, value: Expression, field: string, target: string): PasswordFault | undefined {
  const call = asCall(value);
  const hash = call && memberOfCall(analysis, call)?.member.hash;
  if (call && hash?.promise && parentOf(awaited(call)) === parentOf(call) && !argumentsOf(call).some((argument) => isFunction(unwrap(argument as Expression)))) return { kind: 'plaintext', node: value, field, target, promise: true };
  const origins = originsOf(analysis, value, options(analysis, true));
  if (!origins.some(isPlain)) return undefined;
  return { kind: 'plaintext', node: value, field, target, promise: false };
}

function isPlain(origin: Origin): boolean {
  if (origin.kind !== 'request') return false;
  const name = origin.path.findLast((each) => each !== '*') ?? (origin.node.type === 'Identifier' ? origin.node.name : undefined);
  return isPasswordName(name);
}

function options(analysis: Analysis, callers: boolean): TraceOptions {
  return { callers, clean: (node, path) => isHashed(analysis, node, path) };
}

/** A hash, a digest (another fault's matter), or a variable or property that is hashed in place. */
function isHashed(analysis: Analysis, node: Expression, path: readonly string[]): boolean {
  if (isCall(node)) return isHashCall(analysis, node) || memberOfCall(analysis, node)?.member.digest !== undefined || memberOfCall(analysis, node)?.member.verifies === true || digestsPassword(analysis, node);
  const text = textOfNode(node);
  if (text === undefined) return false;
  const module = moduleOf(node);
  if (node.type === 'Identifier') {
    const definitions = variableOf(module.bindings, node)?.definitions ?? [];
    if (definitions.some((definition) => definition.kind === 'value' && definition.binding.path.length === 0 && isHashExpression(analysis, definition.from))) return true;
  }
  const targets = new Set([text, ...(path[0] === undefined ? [] : [`${text}.${path[0]}`])]);
  return (module.bindings.nodes.get('AssignmentExpression') ?? []).some((assignment) => assignment.type === 'AssignmentExpression' && targets.has(textOfNode(assignment.left) ?? '') && isHashExpression(analysis, assignment.right));
}

function isHashExpression(analysis: Analysis, node: Expression): boolean {
  const inner = unwrap(node);
  if (inner.type === 'AwaitExpression') return isHashExpression(analysis, inner.argument);
  if (inner.type === 'ConditionalExpression') return isHashExpression(analysis, inner.consequent) || isHashExpression(analysis, inner.alternate);
  return isCall(inner) && isHashCall(analysis, inner);
}

function digestsPassword(analysis: Analysis, call: Call): boolean {
  const value = analysis.valueOf(calleeOf(call));
  return value.kind === 'function' && digests(analysis, value.fn);
}

const USER_LIKE = /user|account|member|customer|admin|auth|person|profile|employee|patient|student/i;

function isUserLike(query: Query): boolean {
  return USER_LIKE.test(query.model?.name ?? '');
}

/** Does the model itself say that it has a password: a field of its schema, a property of its class? */
function declaresPassword(analysis: Analysis, query: Query): boolean {
  const definition = query.model?.class ?? query.model?.defined;
  if (!definition) return false;
  const module = moduleOf(definition);
  if (isClass(definition)) return definition.body.body.some((member) => member.type === 'PropertyDefinition' && isPasswordName(keyName(member.key, member.computed)));
  return (module.bindings.nodes.get('ObjectExpression') ?? []).some((object) => object.type === 'ObjectExpression' && object.properties.some((property) => property.type === 'Property' && isPasswordName(keyName(property.key, property.computed)) && unwrap(property.value as Expression).type !== 'Literal'));
}

function isWholeBody(data: Node): boolean {
  const inner = unwrap(data as Expression);
  return inner.type === 'MemberExpression' || inner.type === 'Identifier' || (inner.type === 'ObjectExpression' && inner.properties.some((property) => property.type === 'SpreadElement') && !inner.properties.some((property) => property.type === 'Property' && isPasswordName(keyName(property.key, property.computed))));
}

/** A digest whose input is a password, here or in the helper that it is handed to. */
function* digestedPasswords(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const call of module.bindings.calls) {
    const member = memberOfCall(analysis, call);
    const slot = member?.member.digest;
    const input = slot && slotValue(call, slot);
    if (!member || !input || feedsSlowHash(analysis, call)) continue;
    const field = passwordNamed(analysis, input as Expression);
    if (field !== undefined) yield { kind: 'fastHash', node: input, field, algorithm: algorithmOf(call, member.name) };
  }
  for (const { node: call, fn } of callsOf(analysis, module)) {
    if (feedsSlowHash(analysis, call)) continue;
    for (const { index, algorithm } of digestedParameters(analysis, fn)) {
      const argument = argumentsOf(call)[index];
      const field = argument && argument.type !== 'SpreadElement' ? passwordNamed(analysis, argument as Expression) : undefined;
      if (argument && field !== undefined) yield { kind: 'fastHash', node: argument, field, algorithm };
    }
  }
}

/** The parameters that a function digests, where their own names do not say that they are passwords (then the function itself is reported). */
function digestedParameters(analysis: Analysis, fn: FunctionNode): readonly { index: number; algorithm: string }[] {
  return analysis.once<FunctionNode, readonly { index: number; algorithm: string }[]>('digestedParameters', fn, [], () =>
    moduleOf(fn).bindings.calls.flatMap((call) => {
      if (!isWithin(call, fn)) return [];
      const member = memberOfCall(analysis, call);
      const input = member?.member.digest && slotValue(call, member.member.digest);
      if (!member || !input) return [];
      return originsOf(analysis, input as Expression, { callers: false }).flatMap((origin) =>
        origin.kind === 'parameter' && origin.parameter?.fn === fn && origin.path.length === 0 && passwordNamed(analysis, input as Expression) === undefined ? [{ index: origin.parameter.index, algorithm: algorithmOf(call, member.name) }] : [],
      );
    }),
  );
}

function algorithmOf(call: Call, name: string): string {
  const text = textOfNode(call) ?? moduleOf(call).text.slice(call.start, call.end);
  return (/['"`](md5|sha-?\d+(?:-\d+)?|ripemd\w*)['"`]/i.exec(text)?.[1] ?? name).toUpperCase();
}

/** Is a digest only the first step, its result going into a slow hash? */
function feedsSlowHash(analysis: Analysis, call: Call): boolean {
  let node: Node = awaited(call);
  for (let parent = parentOf(node); parent; parent = parentOf(node)) {
    if (parent.type === 'MemberExpression') node = parent;
    else if (isCall(parent)) {
      if (memberOfCall(analysis, parent)?.member.hash) return true;
      if (calleeOf(parent) !== node && !asMember(calleeOf(parent))) return false;
      node = awaited(parent);
    } else if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') {
      const { name } = parent.id;
      return (moduleOf(call).bindings.identifiers.get(name) ?? []).some((reference) => {
        const holder = parentOf(reference);
        return isCall(holder) && memberOfCall(analysis, holder)?.member.hash !== undefined;
      });
    } else return false;
  }
  return false;
}

/** The password's name, where an expression is one by name: its own, or that of what it comes from. */
function passwordNamed(analysis: Analysis, node: Expression): string | undefined {
  const own = lastName(node);
  if (isPasswordName(own)) return own;
  for (const origin of originsOf(analysis, node, { callers: false })) {
    const name = origin.path.findLast((each) => each !== '*') ?? (origin.node.type === 'Identifier' ? origin.node.name : undefined);
    if ((origin.kind === 'request' || origin.kind === 'parameter') && isPasswordName(name)) return name;
  }
  return undefined;
}

/** A stated cost under the least that will do. */
function* weakCosts(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const call of module.bindings.calls) {
    const member = memberOfCall(analysis, call);
    const hash = member?.member.hash;
    if (!member || !hash?.cost) continue;
    const input = slotValue(call, hash.input);
    if (input && /token|key|secret|code|otp|pin|session|nonce/i.test(lastName(input) ?? '')) continue;
    for (const bound of hash.cost) {
      const node = costNode(analysis, call, bound);
      const value = node ? analysis.valueOf(node as Expression) : undefined;
      const least = leastCost(analysis, call, bound);
      if (node && value?.kind === 'literal' && typeof value.value === 'number' && least !== undefined && value.value < least) yield { kind: 'weakCost', node, cost: value.value, least, unit: bound.unit, library: member.library.name };
    }
  }
}

function costNode(analysis: Analysis, call: Call, bound: CostBound): Node | undefined {
  const direct = slotValue(call, bound.at);
  if (direct) return direct;
  const [position, ...path] = bound.at;
  const argument = argumentsOf(call)[position];
  return argument && path.length > 0 ? propertiesIn(analysis, argument as Expression, path)[0] : undefined;
}

function leastCost(analysis: Analysis, call: Call, bound: CostBound): number | undefined {
  if (typeof bound.least === 'number') return bound.least;
  const by = slotValue(call, bound.least.by);
  const value = by ? analysis.valueOf(by as Expression) : undefined;
  return value?.kind === 'literal' && typeof value.value === 'string' ? bound.least.values[value.value] : undefined;
}

/** A stored password compared with a given one, in code or by a query's filter. */
function* comparedPasswords(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const node of module.bindings.nodes.get('BinaryExpression') ?? []) {
    if (node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(node.operator) || node.left.type === 'PrivateIdentifier') continue;
    const sides = [node.left, node.right];
    if (sides.some((side) => side.type === 'Literal' || side.type === 'UnaryExpression' || side.type === 'TemplateLiteral')) continue;
    const traced = sides.map((side) => originsOf(analysis, side, options(analysis, true)));
    const given = traced.findIndex((origins) => origins.some(isPlain));
    const stored = traced.findIndex((origins, index) => index !== given && origins.length > 0 && origins.some(isStored) && !origins.some(isPlain));
    if (given >= 0 && stored >= 0) yield { kind: 'plaintextCompare', node, field: lastName(sides[given]) ?? 'password' };
  }
  for (const query of queriesOf(analysis, module)) {
    if (query.cache || query.access !== 'read') continue;
    const filtered = query.filters.flatMap((filter) => ['password', 'passwd', 'pwd', 'pass'].flatMap((name) => propertiesIn(analysis, filter as Expression, [name])));
    const inSql = query.sql !== undefined && /^\s*select/i.test(query.sql) ? sqlPasswords(query).map((each) => each.value) : [];
    for (const value of [...filtered, ...inSql]) if (originsOf(analysis, value as Expression, options(analysis, true)).some(isPlain)) yield { kind: 'plaintextCompare', node: value, field: lastName(value) ?? 'password' };
  }
}

/** A password that comes with a row: read off something that is no request. */
function isStored(origin: Origin): boolean {
  return (origin.kind === 'other' || origin.kind === 'parameter') && isPasswordName(origin.path.findLast((name) => name !== '*'));
}
