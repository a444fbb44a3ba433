/** What a signed token says, as far as that tells it from other tokens. */
import { referencesOf, variableOf } from '../binding/scope.js';
import { moduleOf } from '../modules/parse.js';
import { type Expression, type Node, type NodeOf, argumentAt, asMember, calleeOf, parentOf, unwrap } from '../syntax/ast.js';
import { keyName, lastName, objectProperty, propertyName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { spelledOut } from '../flow/spelled.js';
import { originsOf } from '../flow/trace.js';
import { givenAt, OWN_SETTINGS } from './credentials.js';
import { type Frame, identityOf, NOTHING } from './identity.js';
import type { Signing } from './signings.js';

interface Claim {
  /** As `identityOf` gives it. */
  readonly id: string | undefined;
  /** A text, a number, a member of an enumeration: the same in every token that is signed here. */
  readonly constant: boolean;
}

interface Claims {
  readonly named: ReadonlyMap<string, Claim>;
  /** What is put into the payload whole, and cannot be seen into. */
  readonly wholes: ReadonlySet<string>;
}

/** Claims and options that are there to say what a token is for, whatever their value. */
const KIND = /^(?:.*type|typ|.*token_?use|use|usage|kind|purpose|aud|audience|iss|issuer|header|algorithm|alg|scopes?|setAudience|setIssuer|category|is_?(?:refresh|access)\w*)$/i;
/** Claims that say whose token it is. */
const WHO = /^(?:sub|subject|setSubject|_?id|u?uid|user|.*user_?id|email|user_?name|name|login|account|.*account_?id|member|.*member_?id|customer|.*customer_?id)$/i;
/** Claims of every token, which say nothing of its kind. */
const REGISTERED = /^(?:exp|iat|nbf|jti)$/;

/**
 * The names of the claims by which two tokens can be told apart; `undefined` where something is in them that nobody can see into, or they do not name the
 * user by the same claim: then a check of the one hardly takes the other.
 */
export function tellingApart(analysis: Analysis, one: Signing, other: Signing): readonly string[] | undefined {
  const [a, b] = [claimsOf(analysis, one), claimsOf(analysis, other)];
  if (a.wholes.size !== b.wholes.size || [...a.wholes].some((each) => !b.wholes.has(each))) return undefined;
  const names = new Set([...a.named.keys(), ...b.named.keys()]);
  if (a.wholes.size === 0 && names.size > 0 && ![...names].some((name) => WHO.test(name) && a.named.has(name) && b.named.has(name))) return undefined;
  return [...names].filter((name) => {
    const [x, y] = [a.named.get(name), b.named.get(name)];
    const isKind = KIND.test(name) || x?.constant === true || y?.constant === true;
    return isKind && (!x || !y || x.id === undefined || x.id !== y.id);
  });
}

function claimsOf(analysis: Analysis, { token, frames }: Signing): Claims {
  const named = new Map<string, Claim>();
  const wholes = new Set<string>();
  const add = (name: string, value: Expression, around: readonly Frame[]): void => {
    if (!REGISTERED.test(name)) named.set(name, { id: identityOf(analysis, { node: value, path: [] }, around), constant: isConstant(analysis, value) });
  };
  const take = (node: Expression, path: readonly string[], around: readonly Frame[]): void => {
    const given = unwrap(node);
    const inner = spelledOut(node);
    if (given.type === 'Identifier' && inner !== given) for (const [name, value] of addedTo(given)) add(name, value, around);
    if (inner.type === 'AwaitExpression') {
      take(inner.argument, path, around);
      return;
    }
    const [first, ...rest] = path;
    const held = inner.type === 'ObjectExpression' && first !== undefined ? objectProperty(inner, first) : undefined;
    if (held) {
      take(held.value, rest, around);
      return;
    }
    // A parameter is what the call around hands in.
    const [origin, ...others] = inner.type === 'ObjectExpression' ? [] : originsOf(analysis, inner, OWN_SETTINGS, path);
    const parameter = origin?.kind === 'parameter' && others.length === 0 ? origin.parameter : undefined;
    const at = around.findIndex(({ fn }) => fn === parameter?.fn);
    const argument = parameter && around[at] && argumentAt(around[at].call, parameter.index);
    if (origin && argument) {
      take(argument.node, [...argument.path, ...origin.path], around.slice(at + 1));
      return;
    }
    const value = parameter ? undefined : analysis.valueOf(inner);
    const object = path.length > 0 ? undefined : inner.type === 'ObjectExpression' ? inner : value?.kind === 'object' ? value.node : undefined;
    for (const property of object?.properties ?? []) {
      if (property.type === 'SpreadElement') take(property.argument, [], around);
      else add(keyName(property.key, property.computed) ?? '*', property.value, around);
    }
    const isPlain = inner.type === 'TemplateLiteral' || value?.kind === 'literal' || (value?.kind === 'library' && value.library.kind === 'database');
    if (!object && !isPlain) wholes.add(wholeOf(inner));
  };
  for (const part of token.parts) {
    const payload = part.shape.payload && givenAt(part.call, part.shape.payload);
    if (payload) take(payload.node, payload.path, frames);
    for (const slot of part.shape.marks ?? []) {
      const given = givenAt(part.call, slot);
      const name = slot.length > 1 ? String(slot.at(-1)) : String(lastName(calleeOf(part.call)));
      const header = given && slot.length === 1 ? spelledOut(given.node) : undefined;
      if (header?.type === 'ObjectExpression') take(header, [], frames);
      else if (given) {
        const id = identityOf(analysis, given, frames);
        if (id !== NOTHING) named.set(name, { id, constant: id?.startsWith("'") ?? false });
      }
    }
  }
  return { named, wholes };
}

/** One variable, wherever it is handed in; any other expression only where it stands. */
function wholeOf(node: Expression): string {
  const { bindings, path } = moduleOf(node);
  const variable = node.type === 'Identifier' ? variableOf(bindings, node) : undefined;
  return variable ? `${path}:${String(variable.scope.node.start)}:${variable.name}` : `${path}:${String(node.start)}`;
}

/** `payload.type = 'refresh'` */
function addedTo(node: NodeOf<'Identifier'>): (readonly [string, Expression])[] {
  const { bindings } = moduleOf(node);
  const variable = variableOf(bindings, node);
  return (variable ? referencesOf(bindings, variable) : []).flatMap((reference) => {
    const member = asMember(parentOf(reference));
    const holder = member && parentOf(member);
    return member?.object === reference && holder?.type === 'AssignmentExpression' && holder.left === member ? [[propertyName(member) ?? '*', holder.right] as const] : [];
  });
}

function isConstant(analysis: Analysis, node: Expression): boolean {
  const inner = spelledOut(node);
  if (inner.type === 'TemplateLiteral') return inner.expressions.length === 0;
  return analysis.valueOf(inner).kind === 'literal' || isEnumMember(inner);
}

/** `TokenKind.Refresh`, `tokenTypes.REFRESH` */
function isEnumMember(node: Node): boolean {
  return node.type === 'MemberExpression' && node.object.type === 'Identifier' && /^[A-Z]|\.[A-Z\d_]+$/.test(`${node.object.name}.${String(propertyName(node))}`);
}
