/** Tokens that are believed without a check, or by a check that lets through what it should refuse. */
import type { Slot } from '#catalog';
import { referencesOf, variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, awaited, calleeOf, enclosingClass, enclosingFunction, inside, isCall, isWithin, parentOf, wrapped } from '../syntax/ast.js';
import { lastName, propertyName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { type Origin, originsOf } from '../flow/trace.js';
import { catalogued, givenAt, OWN_SETTINGS } from './credentials.js';
import { classRole, handlerAround } from './layers.js';
import { type TokenCall, tokenCallsOf } from './tokens.js';

export type CheckFault = 'expired' | 'none' | 'noKey' | 'unchecked' | 'algorithmOfToken' | 'keyOfToken' | 'decoded';

export interface Unverified {
  readonly kind: CheckFault;
  readonly node: Node;
  readonly token: TokenCall;
}

/** Every way in which a module takes a token's word for it. Where a key, an option or a token comes from somewhere unknown, nothing is said. */
export function* unverifiedIn(analysis: Analysis, module: Module): Generator<Unverified> {
  for (const token of tokenCallsOf(analysis, module)) {
    if (token.shape.does === 'decode') {
      const { call } = token;
      if (isTrusted(analysis, token)) yield { kind: 'decoded', node: call, token };
    } else if (token.shape.does !== 'sign') yield* weakChecks(analysis, module, token);
  }
}

function* weakChecks(analysis: Analysis, module: Module, token: TokenCall): Generator<Unverified> {
  for (const part of token.parts) {
    const at = (slot: Slot | undefined): Origin[] => {
      const given = slot && givenAt(part.call, slot);
      return given ? originsOf(analysis, given.node, OWN_SETTINGS, given.path) : [];
    };
    const fault = (kind: CheckFault, origin: Origin): Unverified => ({ kind, node: siteOf(module, origin, part.call), token });
    for (const origin of at(part.shape.ignoresExpiry)) if (isTrue(origin) && !readsEnd(part.call)) yield fault('expired', origin);
    for (const origin of at(part.shape.unchecked)) if (isTrue(origin)) yield fault('unchecked', origin);
    for (const slot of part.shape.algorithms ?? []) {
      for (const origin of at(slot)) {
        if (staticString(origin.node)?.toLowerCase() === 'none' && origin.path.length === 0) yield fault('none', origin);
        else if (isReadOff(analysis, origin, ['alg'])) yield fault('algorithmOfToken', origin);
      }
    }
    for (const slot of part.shape.keys ?? []) for (const origin of at(slot)) if (isReadOff(analysis, origin, ['jwk', 'x5c', 'jku', 'x5u', 'key', 'publicKey'])) yield fault('keyOfToken', origin);
  }
  const [keySlot] = token.shape.keys ?? [];
  if (token.shape.does !== 'verify' || token.shape.inherits || keySlot?.length !== 1) return;
  const key = givenAt(token.call, keySlot);
  if (!key ? argumentsOf(token.call).length === keySlot[0] : isNothing(key.node)) yield { kind: 'noKey', node: key?.node ?? token.call, token };
}

function isTrue(origin: Origin): boolean {
  return origin.path.length === 0 && origin.node.type === 'Literal' && origin.node.value === true;
}

/** `null`, `''`, `undefined`, `false`, written in place. */
function isNothing(node: Expression): boolean {
  return (node.type === 'Literal' && (node.value === null || node.value === '' || node.value === false)) || (node.type === 'Identifier' && node.name === 'undefined');
}

/** Does the function around a check look at the token's end itself? */
function readsEnd(call: Call): boolean {
  const fn = enclosingFunction(call);
  return fn !== undefined && (moduleOf(call).bindings.members.get('exp') ?? []).some((member) => isWithin(member, fn));
}

/** Is a value read off the header of a token that nobody has checked? */
function isReadOff(analysis: Analysis, origin: Origin, names: readonly string[]): boolean {
  const member = origin.kind === 'other' && isCall(origin.node) ? catalogued(analysis, origin.node)?.member : undefined;
  return (member?.token?.does === 'decode' || member?.harmless === 'reads a header') && origin.path.some((name) => names.includes(name));
}

/** Where a value is written, if that is in the call itself; else the expression of the call that it comes in by. */
function siteOf(module: Module, origin: Origin, call: Call): Node {
  const isHere = (node: Node): boolean => moduleOf(node) === module && isWithin(node, call);
  if (isHere(origin.node)) return origin.node;
  return origin.hops.find((hop) => isHere(hop) && hop.type !== 'ObjectExpression' && hop.type !== 'ArrayExpression') ?? call;
}

/** In middleware: does it put the claims of a request's token, which nothing checks, where the app takes them for the user? */
function isTrusted(analysis: Analysis, { call, shape }: TokenCall): boolean {
  const fn = outermost(call);
  if (!fn || !isMiddleware(analysis, call) || checksIn(analysis, fn)) return false;
  const given = shape.token && givenAt(call, shape.token);
  const isRequested = !shape.token || (given !== undefined && originsOf(analysis, given.node, OWN_SETTINGS, given.path).some((origin) => origin.kind === 'request' && origin.part !== 'user'));
  return isRequested && usesOf(call).some((use) => identifies(analysis, use));
}

function outermost(node: Node): FunctionNode | undefined {
  let fn = enclosingFunction(node);
  for (let around = fn && enclosingFunction(fn); around; around = enclosingFunction(around)) fn = around;
  return fn;
}

function isMiddleware(analysis: Analysis, node: Node): boolean {
  const owner = enclosingClass(node);
  return handlerAround(analysis, node)?.layer === 'middleware' || (owner !== undefined && classRole(analysis, owner) === 'middleware');
}

/** Does a function check tokens, by a library or by a function that is called so? */
function checksIn(analysis: Analysis, fn: FunctionNode): boolean {
  return inside(moduleOf(fn).bindings.calls, fn, (each) => each).some((call) => {
    const does = catalogued(analysis, call)?.member.token?.does;
    return does === 'verify' || (does === undefined && /verif|valid|authenticat|introspect|check/i.test(lastName(calleeOf(call)) ?? ''));
  });
}

/** The call itself, and the mentions of the variable that holds what it gives. */
function usesOf(call: Call): Node[] {
  const node = awaited(call);
  const holder = parentOf(node);
  if (holder?.type !== 'VariableDeclarator' || holder.init !== node) return [node];
  const { bindings } = moduleOf(call);
  const names = holder.id.type === 'Identifier' ? [holder.id] : holder.id.type === 'ObjectPattern' ? holder.id.properties.flatMap((property) => (property.type === 'Property' && property.value.type === 'Identifier' && lastName(property.key) !== 'header' ? [property.value] : [])) : [];
  return names.flatMap((name) => {
    const variable = variableOf(bindings, name);
    return variable ? referencesOf(bindings, variable) : [];
  });
}

/** What the request's user is kept as. */
const USER = /^(?:user|auth|account|member|session|claims|principal|identity|payload|jwt|decoded|token|currentUser|authUser|admin)$|^(?:user|account|member|current\w*)(?:Id|_id)$|Data$/i;

/** Is a use `req.user = claims`, `req.userId = claims.sub`, `c.set('user', claims)`, or a comparison of a role in the claims? */
function identifies(analysis: Analysis, use: Node): boolean {
  let node = wrapped(use);
  let read: string | undefined;
  for (let member = parentOf(node); member?.type === 'MemberExpression' && member.object === node; member = parentOf(node)) {
    read = propertyName(member);
    if (read === 'header' || read === 'kid') return false;
    node = wrapped(member);
  }
  const holder = parentOf(node);
  if (holder?.type === 'BinaryExpression') return read !== undefined && /^(?:role|roles|permission|permissions|isAdmin|scope)$/.test(read);
  if (holder?.type === 'AssignmentExpression' && holder.right === node) {
    const target = asMember(holder.left);
    const name = target && propertyName(target);
    const owner = target && analysis.valueOf(target.object);
    return name !== undefined && USER.test(name) && owner?.kind !== 'instance';
  }
  if (isCall(holder) && calleeOf(holder) !== node && lastName(calleeOf(holder)) === 'set') return USER.test(staticString(argumentsOf(holder)[0]) ?? '');
  return false;
}
