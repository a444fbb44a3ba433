/** Receivers and classes that speak by their shape or name alone, where nothing else does. */
import type { Library, Likeness } from '#catalog';
import { typeField } from '../match/catalogue.js';
import { type Call, type Expression, type MemberExpression, type Node, argumentsOf, asMember, calleeOf, isCall, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { lastName, objectProperty, propertyName } from '../syntax/names.js';
import type { Analysis } from './analysis.js';
import { UNKNOWN, type Value } from './value.js';

/** A receiver that nothing tells about, taken for what its shape leaves no other reading of. */
export function likelyValue(analysis: Analysis, member: MemberExpression): Value {
  const call = parentOf(wrapped(member));
  const method = propertyName(member);
  if (method === undefined || !isCall(call) || calleeOf(call) !== member) return UNKNOWN;
  const likenesses = analysis.catalogue.likenesses(method);
  if (likenesses.length === 0) return UNKNOWN;
  const receiver = unwrap(member.object);
  const object = analysis.valueOf(receiver);
  const isUser = object.kind === 'member' && object.member.request === 'user';
  if (object.kind !== 'unknown' && !isUser) return UNKNOWN;
  const name = lastName(receiver);
  if (name === undefined) return UNKNOWN;
  for (const { library, likeness, needsKey } of likenesses) {
    if (needsKey && !hasKey(analysis, argumentsOf(call)[0], likeness.withKeys?.keys ?? [])) continue;
    if (likeness.given && !isGiven(analysis, call, library, likeness.given)) continue;
    if (isUser !== (likeness.receiver === 'user')) continue;
    const delegate = asMember(receiver);
    if (likeness.receiver === 'delegate' && !(delegate && isClientName(delegate.object) && !APP_OBJECT.test(name))) continue;
    if (likeness.receiver === 'model' && !/^[A-Z][A-Za-z0-9]*$/.test(name) && !/model$/i.test(name)) continue;
    const value: Value = { kind: 'library', library, type: likeness.type, ...(!likeness.given && { model: { name } }), steps: [], certain: false };
    return analysis.memberValue(value, method, member);
  }
  return UNKNOWN;
}

/** A name that says which library's client it is, where nothing else does. */
export function likelyClient(analysis: Analysis, name: string): Value {
  const likely = analysis.catalogue.likelyName(name);
  return likely ? { kind: 'library', ...likely, steps: [], certain: false } : UNKNOWN;
}

/** `ctx.userService`: an object of the app, not a model. A model may well be called `service`. */
const APP_OBJECT = /[a-z](?:Service|Repository|Repo|Controller|Queries|Dao|DAO)s?$/;

function isClientName(node: Expression): boolean {
  const name = lastName(node);
  return name !== undefined && name !== 'this' && !/(?:service|repository|repo|controller|api|store|cache|queries)s?$/i.test(name);
}

/** `tx.insert(users)`, `tx.select().from(users)`: what is handed over says which library takes it. */
function isGiven(analysis: Analysis, call: Call, library: Library, { type, to }: NonNullable<Likeness['given']>): boolean {
  const next = to === undefined ? undefined : asMember(parentOf(wrapped(call)));
  const after = next && parentOf(wrapped(next));
  const taker = to === undefined ? call : next?.object === wrapped(call) && propertyName(next) === to && isCall(after) && calleeOf(after) === next ? after : undefined;
  const [argument] = taker ? argumentsOf(taker) : [];
  const value = argument && argument.type !== 'SpreadElement' ? analysis.valueOf(argument as Expression) : undefined;
  return value?.kind === 'library' && value.library === library && value.type === type;
}

function hasKey(analysis: Analysis, argument: Node | undefined, keys: readonly string[]): boolean {
  if (!argument || argument.type === 'SpreadElement') return false;
  const value = analysis.valueOf(argument as Expression);
  return value.kind === 'object' && keys.some((key) => objectProperty(value.node, key));
}

/** `PrismaClient`, wherever it is imported from: a name that only a library's class has. */
export function likelyClass(analysis: Analysis, name: string): Value {
  const value = likelyClient(analysis, name);
  return value.kind === 'library' && typeField(value.library, value.type, 'construct') ? value : UNKNOWN;
}
