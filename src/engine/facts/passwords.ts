/** Passwords on their way into the database, into digests, and into comparisons. */
import type { CostBound } from '#catalog';
import { variableOf } from '../binding/scope.js';
import { typeField } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type FunctionNode, type Node, argumentsOf, asMember, awaited, calleeOf, enclosingFunction, inside, isCall, isClass, isFunction, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { keyName, lastName, parameterPattern, parametersOf, propertyName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { modelOf } from '../flow/calls.js';
import { calledFunction, memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { spelledOut } from '../flow/spelled.js';
import { type Origin, originsOf, returnsOf, type TraceOptions } from '../flow/trace.js';
import type { Model, Value } from '../flow/value.js';
import { mentionsField } from './bounds.js';
import { asCall, definitionHashes, digests, isHashCall, modelHashes } from './hashing.js';
import { classRole, handlerAround } from './layers.js';
import { propertiesIn, type Query, queriesOf, slotNodes } from './queries.js';
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
  // `ADMIN_PASSWORD`: a constant or a variable of the environment, the app's own secret.
  if (/^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(word)) return false;
  if (!/(?:^|[a-z_\d])(?:password|passwd|pwd)$/i.test(word) && !/^(?:pass|passw)$/i.test(word)) return false;
  return !/confirm|repeat|again|retype|match|hash|crypt|salt|digest|reset|forgot|has_?p|is_?p|show|hide|min|max|smtp|mail|db_?|database|redis|proxy|cert|key|share|link|room|zip|wifi|secret|basic|ftp|ssh|mongo|postgres|mysql|broker|queue|root_?pass/i.test(word);
}

/** The faults of a module. */
export function passwordFaultsOf(analysis: Analysis, module: Module): PasswordFault[] {
  return [...writtenPasswords(analysis, module), ...assignedPasswords(analysis, module), ...digestedPasswords(analysis, module), ...weakCosts(analysis, module), ...comparedPasswords(analysis, module)];
}

/** Values on their way into a row: what a query writes, or what an object of a model is given to be saved. */
interface Stored {
  /** How a message names what takes them. */
  readonly name: string;
  readonly model: Model | undefined;
  readonly data: readonly Expression[];
  readonly query?: Query;
}

/** What a module stores in models that do not hash by themselves. */
function* storedIn(analysis: Analysis, module: Module): Generator<Stored> {
  for (const query of queriesOf(analysis, module)) {
    if (query.cache || query.access !== 'write' || isMachine(query.model) || modelHashes(analysis, query)) continue;
    yield { name: query.name, model: query.model, data: query.data.flatMap(rowsIn), query };
  }
  for (const call of module.bindings.calls) {
    const callee = memberOfCall(analysis, call);
    const builds = callee?.member.builds;
    if (!callee || !builds) continue;
    const model = modelOf(analysis, callee, call);
    if (isMachine(model) || definitionHashes(analysis, model?.class ?? model?.defined, builds.saved, callee.library.hookCovers)) continue;
    const name = `${call.type === 'NewExpression' ? 'new ' : ''}${textOfNode(calleeOf(call)) ?? callee.name}`;
    yield { name, model, data: builds.data.flatMap((slot) => slotNodes(analysis, call, slot)).flatMap(rowsIn) };
  }
}

/** The rows of an array literal or of a `map`; anything else is one row. */
function rowsIn(data: Node): Expression[] {
  const inner = unwrap(data as Expression);
  if (inner.type === 'ArrayExpression') return inner.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? [element] : []));
  const member = isCall(inner) ? asMember(calleeOf(inner)) : undefined;
  const callback = isCall(inner) && member && propertyName(member) === 'map' ? unwrap(argumentsOf(inner)[0] as Expression | undefined ?? inner) : undefined;
  return callback && isFunction(callback) ? returnsOf(callback).map(unwrap) : [inner];
}

/** A password that is stored: by a property, in SQL, or with the whole request body. */
function* writtenPasswords(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const stored of storedIn(analysis, module)) {
    for (const { name, value } of passwordValues(analysis, stored)) {
      const fault = plaintext(analysis, value, name, stored.name);
      if (fault) yield fault;
    }
    if (!USER_LIKE.test(stored.model?.name ?? '')) continue;
    for (const data of stored.data) {
      if (!isWholeBody(data) || !originsOf(analysis, data, options(analysis, true)).some((origin) => origin.kind === 'request' && origin.part === 'body' && origin.path.length === 0)) continue;
      const traced = originsOf(analysis, data, { callers: true, clean: (node, path) => isHashed(analysis, node, path) || isStripped(analysis, node, path) }, ['password']);
      const body = traced.find((origin) => origin.kind === 'request' && origin.part === 'body' && origin.path.length === 1);
      if (body && (declaresPassword(stored.model) || isDeclaredWithPassword(analysis, body))) yield { kind: 'plaintext', node: data, field: 'password', target: stored.name, promise: false };
    }
  }
}

/** The password-named values among what is stored, SQL parameters included. */
function passwordValues(analysis: Analysis, { data: rows, query }: Stored): { name: string; value: Expression }[] {
  const found: { name: string; value: Expression }[] = [];
  for (const data of rows) {
    for (const name of ['password', 'passwd', 'pwd', 'pass', 'userPassword', 'user_password', 'passwordHash', 'password_hash', 'hashedPassword', 'hashed_password', 'encryptedPassword', 'encrypted_password']) {
      for (const value of propertiesIn(analysis, data, [name])) found.push({ name, value: value as Expression });
      for (const value of propertiesIn(analysis, data, ['$set', name])) found.push({ name, value: value as Expression });
    }
  }
  if (query?.sql !== undefined) found.push(...sqlPasswords(query, query.sql));
  return found;
}

/** `INSERT INTO users (email, password) VALUES ($1, $2)` with its parameters, and values put into the text itself. */
function sqlPasswords(query: Query, sql: string): { name: string; value: Expression }[] {
  const found: { name: string; value: Expression }[] = [];
  const text = query.sqlNode && unwrap(query.sqlNode as Expression);
  if (text?.type === 'TemplateLiteral') {
    const columns = /insert\s+into\s+\S+\s*\(([^)]*)\)/i.exec(sql)?.[1]?.split(',').map((column) => column.trim().replace(/["'`]/g, '')) ?? [];
    const whole = text.quasis.map((part) => part.value.raw);
    let commas = -1;
    text.expressions.forEach((expression, index) => {
      const before = whole[index] ?? '';
      const assigned = /(\w+)["'`]?\s*=\s*["'`]?$/.exec(before)?.[1];
      const values = /\bvalues\s*\(([\s\S]*)$/i.exec(before);
      commas = values ? (values[1]?.split(',').length ?? 1) - 1 : commas >= 0 ? commas + (before.split(',').length - 1) : commas;
      const column = assigned ?? (commas >= 0 ? columns[commas] : undefined);
      if (column !== undefined && isPasswordName(column)) found.push({ name: column, value: expression });
    });
    return found;
  }
  const values = argumentsOf(query.call)[1];
  const list = values ? unwrap(values as Expression) : undefined;
  if (list?.type !== 'ArrayExpression') return found;
  const columns = /insert\s+into\s+\S+\s*\(([^)]*)\)/i.exec(sql)?.[1]?.split(',') ?? [...sql.matchAll(/["'`]?(\w+)["'`]?\s*=\s*(?:\?|\$\d+)/g)].map((match) => match[1] ?? '');
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
    const target = asMember(node.left);
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
  const call = asCall(spelledOut(value));
  const hash = call && memberOfCall(analysis, call)?.member.hash;
  if (call && hash?.promise && parentOf(awaited(call)) === parentOf(call) && !argumentsOf(call).some((argument) => isFunction(unwrap(argument as Expression)))) return { kind: 'plaintext', node: value, field, target, promise: true };
  const origins = originsOf(analysis, value, options(analysis, true));
  if (!origins.some((origin) => isPlain(origin) && !isHashedBefore(analysis, origin))) return undefined;
  return { kind: 'plaintext', node: value, field, target, promise: false };
}

/** Does a function that stands before the handler on its route hash the field of the request in place? */
function isHashedBefore(analysis: Analysis, origin: Origin): boolean {
  const fn = handlerAround(analysis, origin.node)?.fn;
  const route = handlerAround(analysis, origin.node)?.registration.call;
  const field = origin.path.at(-1);
  if (!route || field === undefined) return false;
  return argumentsOf(route).flatMap(chained).some((argument) => {
    const value = analysis.valueOf(argument);
    if (value.kind !== 'function' || value.fn === fn) return false;
    return inside(moduleOf(value.fn).bindings.nodes.get('AssignmentExpression') ?? [], value.fn, (node) => node).some((node) => node.type === 'AssignmentExpression' && lastName(node.left) === field && isHashExpression(analysis, node.right));
  });
}

/** The functions of one argument of a route: itself, or the elements of a list. */
function chained(argument: Node): Expression[] {
  const inner = unwrap(argument as Expression);
  return inner.type === 'ArrayExpression' ? inner.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? [element] : [])) : [inner];
}

function isPlain(origin: Origin): boolean {
  // The signed-in user is a row that the server has put there.
  if (origin.kind !== 'request' || origin.part === 'user') return false;
  const name = origin.path.findLast((each) => each !== '*') ?? (origin.node.type === 'Identifier' ? origin.node.name : undefined);
  return isPasswordName(name);
}

function options(analysis: Analysis, callers: boolean): TraceOptions {
  return { callers, clean: (node, path) => isHashed(analysis, node, path) };
}

/** A hash, a digest (another fault's matter), or a variable or property that is hashed in place. */
function isHashed(analysis: Analysis, node: Expression, path: readonly string[]): boolean {
  if (isCall(node)) {
    const member = memberOfCall(analysis, node)?.member;
    return isHashCall(analysis, node) || member?.digest !== undefined || member?.verifies === true || member?.equals === true || digestsPassword(analysis, node);
  }
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

/** Models of things that log in somewhere themselves: what they send there cannot be a hash. */
function isMachine(model: Model | undefined): boolean {
  return model !== undefined && /smtp|imap|mail|database|datasource|connection|server|host|proxy|redis|broker|queue|ftp|ssh|wifi|room|share|link|^(?:status_?)?pages?$|document|board|gallery|album|paste|poll|cert|integration|settings?$|config/i.test(model.name) && !USER_LIKE.test(model.name);
}

const USER_LIKE = /user|account|member|customer|admin|auth|person|profile|employee|patient|student/i;

/** Does the model itself say that it has a password: a field of its schema, a property of its class? */
function declaresPassword(model: Model | undefined): boolean {
  const definition = model?.class ?? model?.defined;
  if (!definition) return false;
  const module = moduleOf(definition);
  if (isClass(definition)) return hasPasswordField(definition);
  return (module.bindings.nodes.get('ObjectExpression') ?? []).some((object) => object.type === 'ObjectExpression' && object.properties.some((property) => property.type === 'Property' && isPasswordName(keyName(property.key, property.computed)) && unwrap(property.value).type !== 'Literal'));
}

function hasPasswordField(owner: ClassNode): boolean {
  return owner.body.body.some((member) => member.type === 'PropertyDefinition' && isPasswordName(keyName(member.key, member.computed)));
}

/** `@Body() dto: CreateUserDto`: does the parameter's class declare a password? */
function isDeclaredWithPassword(analysis: Analysis, { parameter }: Origin): boolean {
  const declared = parameter && parametersOf(parameter.fn)[parameter.index];
  const pattern = declared && parameterPattern(declared);
  const value = pattern && 'typeAnnotation' in pattern && pattern.typeAnnotation ? analysis.typeValue(pattern.typeAnnotation) : undefined;
  return value?.kind === 'instance' && isClass(value.of) && hasPasswordField(value.of);
}

/** Does a schema that does not mention the field parse the value here? */
function isStripped(analysis: Analysis, node: Expression, path: readonly string[]): boolean {
  const parses = isCall(node) ? memberOfCall(analysis, node)?.member.parses : undefined;
  const name = path.at(-1);
  if (!isCall(node) || !parses || name === undefined) return false;
  const schema = parses.schema ? slotValue(node, parses.schema) : asMember(calleeOf(node))?.object;
  return schema !== undefined && !mentionsField(analysis, schema, name);
}

function isWholeBody(data: Node): boolean {
  const inner = unwrap(data as Expression);
  return inner.type === 'MemberExpression' || inner.type === 'Identifier' || (inner.type === 'ObjectExpression' && inner.properties.some((property) => property.type === 'SpreadElement') && !inner.properties.some((property) => property.type === 'Property' && isPasswordName(keyName(property.key, property.computed))));
}

interface Digested {
  readonly input: Expression;
  readonly algorithm: string;
}

/** What a module (or one function of it) feeds to fast digests, by itself or by functions that do so with what they are given. */
function digestedIn(analysis: Analysis, module: Module, within?: FunctionNode): Digested[] {
  const own = (within ? inside(module.bindings.calls, within, (call) => call) : module.bindings.calls).flatMap((call) => {
    const member = memberOfCall(analysis, call);
    const input = member?.member.digest && slotValue(call, member.member.digest);
    return member && input && input.type !== 'SpreadElement' && !feedsSlowHash(analysis, call) ? [{ input: input as Expression, algorithm: algorithmOf(call, member.name) }] : [];
  });
  const handed = callsOf(analysis, module, within).flatMap(({ node: call, fn }) =>
    digestedParameters(analysis, fn).flatMap(({ index, algorithm }) => {
      const argument = argumentsOf(call)[index];
      return argument && argument.type !== 'SpreadElement' && !feedsSlowHash(analysis, call) ? [{ input: argument as Expression, algorithm }] : [];
    }),
  );
  return [...own, ...handed];
}

/** A digest whose input is a password, here or in the helper that it is handed to. */
function* digestedPasswords(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const { input, algorithm } of digestedIn(analysis, module)) {
    const field = passwordNamed(analysis, input);
    if (field !== undefined) yield { kind: 'fastHash', node: input, field, algorithm };
  }
}

/** The parameters that a function digests, where their own names do not say that they are passwords (then the function itself is reported). */
function digestedParameters(analysis: Analysis, fn: FunctionNode): readonly { index: number; algorithm: string }[] {
  return analysis.once<readonly { index: number; algorithm: string }[]>('digestedParameters', fn, [], () =>
    digestedIn(analysis, moduleOf(fn), fn).flatMap(({ input, algorithm }) =>
      passwordNamed(analysis, input) === undefined
        ? originsOf(analysis, input, { callers: false }).flatMap((origin) => (origin.kind === 'parameter' && origin.parameter?.fn === fn && origin.path.length === 0 ? [{ index: origin.parameter.index, algorithm }] : []))
        : [],
    ),
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
      if (isSlow(analysis, parent)) return true;
      if (calleeOf(parent) !== node && !asMember(calleeOf(parent))) return false;
      node = awaited(parent);
    } else if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') {
      const { name } = parent.id;
      return (moduleOf(call).bindings.identifiers.get(name) ?? []).some((reference) => {
        const holder = parentOf(reference);
        return isCall(holder) && isSlow(analysis, holder);
      });
    } else return false;
  }
  return false;
}

/** Does a call hash a password, or compare one with its hash? */
function isSlow(analysis: Analysis, call: Call): boolean {
  const member = memberOfCall(analysis, call)?.member;
  return member?.hash !== undefined || member?.verifies === true;
}

/** The password's name, where an expression is one by name: its own, or that of what it comes from. */
function passwordNamed(analysis: Analysis, node: Expression): string | undefined {
  const own = lastName(node);
  if (isPasswordName(own)) return own;
  for (const origin of originsOf(analysis, node, { callers: false })) {
    const name = origin.path.findLast((each) => each !== '*') ?? (origin.node.type === 'Identifier' ? origin.node.name : undefined);
    if ((origin.kind === 'request' || origin.kind === 'parameter') && isPasswordName(name)) return name;
    const set = origin.kind === 'parameter' && origin.path.length === 0 && origin.parameter ? setName(origin.parameter.fn) : undefined;
    if (isPasswordName(set)) return set;
  }
  return undefined;
}

/** The field that a function sets: `set password(value) {}`, `password: { set(value) {} }`. */
function setName(fn: FunctionNode): string | undefined {
  const holder = parentOf(wrapped(fn));
  if (holder?.type === 'MethodDefinition') return holder.kind === 'set' ? keyName(holder.key, holder.computed) : undefined;
  const field = holder?.type === 'Property' && keyName(holder.key, holder.computed) === 'set' && holder.parent ? parentOf(holder.parent) : undefined;
  return field?.type === 'Property' ? keyName(field.key, field.computed) : undefined;
}

/** A file that encrypts derives keys, and not from passwords of users. */
const CIPHER = /\bcreate(?:De)?cipher(?:iv)?\b/i;

/** Does the file that derives a key encrypt, or one of those that call for it? */
function isForCipher(analysis: Analysis, call: Call): boolean {
  const fn = enclosingFunction(call);
  return CIPHER.test(moduleOf(call).text) || (fn !== undefined && analysis.callSites(fn).some(({ node }) => CIPHER.test(moduleOf(node).text)));
}

/** A stated cost under the least that will do. */
function* weakCosts(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const call of module.bindings.calls) {
    const member = memberOfCall(analysis, call);
    const hash = member?.member.hash;
    if (!member || !hash?.cost || (/^(?:pbkdf2|scrypt)/.test(member.name) && isForCipher(analysis, call))) continue;
    const input = slotValue(call, hash.input);
    if (input && /token|key|secret|code|otp|pin|session|nonce/i.test(lastName(input) ?? '') && passwordNamed(analysis, input as Expression) === undefined) continue;
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

interface Comparison {
  readonly node: Node;
  readonly sides: readonly [Expression, Expression];
}

/** What a module (or one function of it) compares as it stands: by an operator, a library, or a function that does so with what it is given. */
function comparisonsIn(analysis: Analysis, module: Module, within?: FunctionNode): Comparison[] {
  const found: Comparison[] = [];
  const operations = module.bindings.nodes.get('BinaryExpression') ?? [];
  for (const node of within ? inside(operations, within, (each) => each) : operations) {
    if (node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(node.operator) || node.left.type === 'PrivateIdentifier') continue;
    const sides = [node.left, node.right] as const;
    if (!sides.some((side) => side.type === 'Literal' || side.type === 'UnaryExpression' || side.type === 'TemplateLiteral')) found.push({ node, sides });
  }
  for (const call of within ? inside(module.bindings.calls, within, (each) => each) : module.bindings.calls) {
    const fn = calledFunction(analysis, call);
    const pairs = memberOfCall(analysis, call)?.member.equals ? [[0, 1] as const] : fn ? comparedParameters(analysis, fn) : [];
    for (const pair of pairs) {
      const [left, right] = pair.map((index) => argumentsOf(call)[index]);
      if (left && right && left.type !== 'SpreadElement' && right.type !== 'SpreadElement') found.push({ node: call, sides: [left as Expression, right as Expression] });
    }
  }
  return found;
}

/** The pairs of parameters that a function compares, where nothing in it says that they are passwords (then the comparison itself is reported). */
function comparedParameters(analysis: Analysis, fn: FunctionNode): readonly (readonly [number, number])[] {
  return analysis.once<readonly (readonly [number, number])[]>('comparedParameters', fn, [], () =>
    comparisonsIn(analysis, moduleOf(fn), fn).flatMap(({ sides }) => {
      if (sides.some((side) => isPasswordHere(analysis, side))) return [];
      const [left, right] = sides.map((side) => originsOf(analysis, side, { callers: false }).find((origin) => origin.kind === 'parameter' && origin.parameter?.fn === fn && origin.path.length === 0)?.parameter?.index);
      return left !== undefined && right !== undefined && left !== right ? [[left, right] as const] : [];
    }),
  );
}

function isPasswordHere(analysis: Analysis, node: Expression): boolean {
  return passwordNamed(analysis, node) !== undefined || originsOf(analysis, node, { callers: false }).some(isStored);
}

/** A stored password compared with a given one, in code or by a query's filter. */
function* comparedPasswords(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const { node, sides } of comparisonsIn(analysis, module)) {
    if (!sides.some((side) => isPasswordHere(analysis, side))) continue;
    const traced = sides.map((side) => originsOf(analysis, side, options(analysis, true)));
    const given = traced.findIndex((origins) => origins.some(isPlain));
    const stored = traced.findIndex((origins, index) => index !== given && origins.length > 0 && origins.some(isStored) && !origins.some(isPlain));
    if (given >= 0 && stored >= 0) yield { kind: 'plaintextCompare', node, field: lastName(sides[given]) ?? 'password' };
  }
  for (const query of queriesOf(analysis, module)) {
    if (query.cache || query.access !== 'read') continue;
    const filtered = query.filters.flatMap((filter) => ['password', 'passwd', 'pwd', 'pass'].flatMap((name) => propertiesIn(analysis, filter as Expression, [name])));
    const inSql = query.sql !== undefined && /^\s*select/i.test(query.sql) ? sqlPasswords(query, query.sql).map((each) => each.value) : [];
    for (const value of [...filtered, ...comparedColumns(query), ...inSql]) if (originsOf(analysis, value as Expression, options(analysis, true)).some(isPlain)) yield { kind: 'plaintextCompare', node: value, field: lastName(value) ?? 'password' };
  }
}

/** `where('password', x)`, `where('password', '=', x)` */
function comparedColumns(query: Query): Node[] {
  return query.steps.flatMap(({ member, call }) => {
    const args = argumentsOf(call);
    const value = args.at(-1);
    return member.step?.filter && args.length > 1 && value && isPasswordName(staticString(args[0])?.split('.').at(-1)) ? [value] : [];
  });
}

/** A password that comes with a row: read off something that is no request. */
function isStored(origin: Origin): boolean {
  return (origin.kind === 'other' || origin.kind === 'parameter') && isPasswordName(origin.path.findLast((name) => name !== '*'));
}
