/** Passwords on their way into the database, into digests, and into comparisons. */
import { typeField } from '../match/catalogue.js';
import { type Module, moduleOf, oneLine } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type Node, argumentsOf, asMember, awaited, calleeOf, enclosingFunction, inside, isCall, isClass, isFunction, parentOf, unwrap } from '../syntax/ast.js';
import { keyName, lastName, objectProperty, propertyName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction, memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { spelledOut } from '../flow/spelled.js';
import { type Origin, originsOf, returnsOf } from '../flow/trace.js';
import type { Model, Value } from '../flow/value.js';
import { asCall, definitionHashes, hashes, modelHashes } from './hashing.js';
import { isStoredAsItComes, ownerOfCall, rowsTaken } from './handedRows.js';
import { classRole, handlerAround } from './layers.js';
import { propertiesIn, type Query } from './queries.js';
import { declaredValue, declares, isBody, isDescribedWith, originsOfField } from './bodies.js';
import { rowsIn, type Write, writesOf } from './writes.js';
import { callsOf } from './reach.js';
import { parametersOf, tableOf } from './writtenColumns.js';
import { comparedPasswords } from './comparisons.js';
import { digestedPasswords, weakCosts } from './digests.js';
import { digestedInSql, expressionPasswords, isSecretOfClient, isHashExpression, isPasswordName, isOfSomethingElse, isPlain, type PasswordFault, sqlPasswords, untilHashed, USER_LIKE } from './passwordValues.js';

/** The faults of a module. */
export function passwordFaultsOf(analysis: Analysis, module: Module): PasswordFault[] {
  return [...writtenPasswords(analysis, module), ...handedPasswords(analysis, module), ...assignedPasswords(analysis, module), ...digestedPasswords(analysis, module), ...weakCosts(analysis, module), ...comparedPasswords(analysis, module)];
}

/** What a module stores in models that do not hash by themselves. */
function storedIn(analysis: Analysis, module: Module): Write[] {
  return writesOf(analysis, module).flatMap((write) => {
    const { model, query, filled } = write;
    if (model && isOfSomethingElse(model.name)) return [];
    const isHashed = query ? modelHashes(analysis, query) : definitionHashes(analysis, model?.class ?? model?.defined, filled?.saved ?? 'save', filled?.covers);
    return isHashed ? [] : [{ ...write, data: write.data.flatMap(assignedTogether) }];
  });
}

/** What `Object.assign(user, changes)` puts together, part by part; else the expression itself. */
function assignedTogether(data: Expression): readonly Expression[] {
  const inner = unwrap(data);
  const member = isCall(inner) ? asMember(calleeOf(inner)) : undefined;
  if (!isCall(inner) || member?.object.type !== 'Identifier' || member.object.name !== 'Object' || propertyName(member) !== 'assign') return [data];
  return argumentsOf(inner).map((argument) => (argument.type === 'SpreadElement' ? argument.argument : argument) as Expression);
}

/** A password that is stored: by a property, in SQL, or with the whole request body. */
function* writtenPasswords(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const stored of storedIn(analysis, module)) {
    const faults = passwordValues(analysis, stored).flatMap(({ name, value }) => plaintext(analysis, value, name, { name: stored.name, of: tableOfWrite(stored) }) ?? []);
    yield* faults;
    if (stored.query?.sql !== undefined) yield* digestedInSql(analysis, sqlPasswords(analysis, stored.query, stored.query.sql));
    if (faults.length > 0 || !USER_LIKE.test(stored.model?.name ?? '')) continue;
    for (const data of stored.data) {
      if (!isWholeBody(analysis, data)) continue;
      const made = madeByCallers(analysis, data);
      if (made !== undefined) yield { kind: 'plaintext', node: data, field: made, target: stored.name, promise: false };
      if (made !== undefined || !originsOf(analysis, data, untilHashed(analysis, true)).some((origin) => origin.kind === 'request' && origin.part === 'body' && origin.path.length === 0)) continue;
      const traced = originsOfField(analysis, data, ['password'], untilHashed(analysis, true));
      const body = traced.find((origin) => isBody(origin, 'password') && origin.path.length === 1);
      if (body && (declaresPassword(stored.model) || declares(declaredValue(analysis, body), isPasswordName) || isDescribedWith(analysis, body, 'password'))) yield { kind: 'plaintext', node: data, field: 'password', target: stored.name, promise: false };
    }
  }
}

/** The name of the plain password in a row that the callers of a function make and hand it whole: `repository.insert({ email, password })`. */
function madeByCallers(analysis: Analysis, data: Expression): string | undefined {
  const home = enclosingFunction(data);
  return COLUMNS.find((name) => {
    const isMadeOutside = (hop: Node): boolean => hop.type === 'ObjectExpression' && objectProperty(hop, name) !== undefined && enclosingFunction(hop) !== home;
    return originsOfField(analysis, data, [name], untilHashed(analysis, true)).some((origin) => isPlain(origin) && origin.hops.some(isMadeOutside) && !isHashedBefore(analysis, origin));
  });
}

/** The model or the table that a write is to. */
function tableOfWrite({ model, query }: Write): string | undefined {
  return model?.name ?? (query && tableOf(query));
}

/** The password-named values among what is stored, SQL parameters included. */
function passwordValues(analysis: Analysis, { data, query }: Write): PasswordValue[] {
  const found = data.flatMap(rowsBehind).flatMap((row) => [...passwordsIn(analysis, row, pathsToRows(query)), ...(query?.library.nestedWrites ? nestedPasswords(analysis, row, query.library.nestedWrites) : [])]);
  if (query) found.push(...expressionPasswords(analysis, query), ...setRows(analysis, query).flatMap((row) => passwordsIn(analysis, row, [[]])));
  if (query?.sql !== undefined) found.push(...sqlPasswords(analysis, query, query.sql).filter(({ by }) => by === undefined));
  return found;
}

/** The rows that MySQL's drivers write out: `INSERT INTO users SET ?`, with `{ email, password }` for the mark. */
function setRows(analysis: Analysis, query: Query): Expression[] {
  const { sql } = query;
  if (sql === undefined || !/\bset\s+\?/i.test(sql)) return [];
  const { listed } = parametersOf(analysis, query);
  return [...sql.matchAll(/\bset\s+\?/gi)].flatMap((match) => listed[sql.slice(0, match.index).split('?').length - 1] ?? []);
}

interface PasswordValue {
  readonly name: string;
  readonly value: Expression;
}

/** A password in a row that is handed to a function of the app, which writes rows of whatever model: `users.create({ email, password })`. */
function* handedPasswords(analysis: Analysis, module: Module): Generator<PasswordFault> {
  if (!/pass|pwd/i.test(module.text)) return;
  for (const { node: call, fn } of callsOf(analysis, module)) {
    for (const [index, argument] of argumentsOf(call).entries()) {
      const values = argument.type === 'SpreadElement' ? [] : rowsBehind(argument as Expression).flatMap((row) => passwordsIn(analysis, row, pathsToRows(undefined)));
      const taken = values.length > 0 ? rowsTaken(analysis, fn).find((each) => each.index === index) : undefined;
      const { name: owner } = taken ? ownerOfCall(analysis, call) : { name: '' };
      if (!taken || !USER_LIKE.test(owner) || !isStoredAsItComes(analysis, call, fn, taken.write)) continue;
      for (const { name, value } of values) {
        const fault = plaintext(analysis, value, name, { name: oneLine(calleeOf(call), 80), of: owner });
        if (fault) yield fault;
      }
    }
  }
}

/** How the columns of passwords are called, of hashes too: what is put there decides. */
const COLUMNS = ['password', 'passwd', 'pwd', 'pass', 'userPassword', 'user_password', 'passwordHash', 'password_hash', 'hashedPassword', 'hashed_password', 'encryptedPassword', 'encrypted_password'];

/** The rows of a list that has a name: `const rows = users.map((user) => ({ … }))`. An object that has one may get more columns later. */
function rowsBehind(data: Expression): readonly Expression[] {
  const spelled = spelledOut(data);
  const rows = rowsIn(spelled);
  return rows.length === 1 && rows[0] === spelled ? [data] : rows;
}

/** The values under the names of passwords below these paths of an object. */
function passwordsIn(analysis: Analysis, row: Expression, paths: readonly (readonly string[])[]): PasswordValue[] {
  return paths.flatMap((path) => COLUMNS.flatMap((name) => propertiesIn(analysis, row, [...path, name]).map((value) => ({ name, value: value as Expression }))));
}

/** Where columns stand in what a query is given: at once, in operators, or in the operations of a list. */
function pathsToRows(query: Query | undefined): readonly (readonly string[])[] {
  const operations = query?.steps.flatMap(({ member }) => member.query?.operations ?? []) ?? [];
  return [[], ...operations].flatMap((path) => [path, [...path, '$set'], [...path, '$setOnInsert']]);
}

/** The passwords of users that are written along with another row: `{ name, users: { create: { email, password } } }`. */
function nestedPasswords(analysis: Analysis, row: Expression, keys: readonly string[]): PasswordValue[] {
  const paths = keys.flatMap((key) => [[key], [key, '*'], [key, 'create'], [key, 'data'], [key, 'data', '*']]);
  return row.type !== 'ObjectExpression' ? [] : row.properties.flatMap((property) => {
    const relation = property.type === 'Property' ? keyName(property.key, property.computed) : undefined;
    return relation !== undefined && USER_LIKE.test(relation) && property.type === 'Property' ? passwordsIn(analysis, property.value, paths) : [];
  });
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
    const fault = plaintext(analysis, node.right, name, { name: textOfNode(target) ?? name, of: entity.name });
    if (fault) yield fault;
  }
}

/** The definition behind an object of a model; `undefined` for any other value. */
function entityOf(analysis: Analysis, value: Value): { definition: Node | undefined; covers?: Readonly<Record<string, readonly string[]>> | undefined; name: string | undefined } | undefined {
  if (value.kind === 'library') return typeField(value.library, value.type, 'entity') ? { name: value.model?.name, definition: value.model?.class ?? value.model?.defined, covers: value.library.hookCovers } : undefined;
  if (value.kind === 'instance' && isClass(value.of)) {
    const base = value.of.superClass ? analysis.valueOf(value.of.superClass) : undefined;
    if (classRole(analysis, value.of) === 'entity' || base?.kind === 'library') return { name: value.of.id?.name, definition: value.of };
  }
  return undefined;
}

/** What a password is put into: as a message names it, and whose it is, where that is known. */
interface Target {
  readonly name: string;
  readonly of: string | undefined;
}

/** A value that is a plain password: from the request, from callers that hand one in, or a hash that is still a promise. */
function plaintext(analysis: Analysis, value: Expression, field: string, { name: target, of }: Target): PasswordFault | undefined {
  const call = asCall(spelledOut(value));
  if (call && promisesHash(analysis, call) && parentOf(awaited(call)) === parentOf(call) && !argumentsOf(call).some((argument) => isFunction(unwrap(argument as Expression)))) return { kind: 'plaintext', node: value, field, target, promise: true };
  const origins = originsOf(analysis, value, untilHashed(analysis, true));
  const isUsers = isPasswordName(field) && USER_LIKE.test(of ?? '');
  if (!origins.some((origin) => (isPlain(origin) || (isUsers && isSecretOfClient(origin))) && !isHashedBefore(analysis, origin))) return undefined;
  return { kind: 'plaintext', node: value, field, target, promise: false };
}

/** Does a call give the promise of a hash: by the library, or by a function of the app that is async or gives back the library's promise? */
function promisesHash(analysis: Analysis, call: Call): boolean {
  const member = memberOfCall(analysis, call)?.member;
  if (member) return member.hash?.promise === true;
  const fn = calledFunction(analysis, call);
  if (!fn || fn.generator || !hashes(analysis, fn)) return false;
  const returned = returnsOf(fn).map(asCall);
  return fn.async || (returned.length > 0 && returned.every((each) => each !== undefined && memberOfCall(analysis, each)?.member.hash?.promise === true));
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

function isWholeBody(analysis: Analysis, data: Expression): boolean {
  const inner = unwrap(data);
  if (isCall(inner)) {
    const member = memberOfCall(analysis, inner)?.member;
    return member?.request !== undefined || member?.parses !== undefined;
  }
  return inner.type === 'MemberExpression' || inner.type === 'Identifier' || (inner.type === 'ObjectExpression' && inner.properties.some((property) => property.type === 'SpreadElement') && !inner.properties.some((property) => property.type === 'Property' && isPasswordName(keyName(property.key, property.computed))));
}
