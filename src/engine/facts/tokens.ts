/** Tokens that are signed, and what is stated of their end. */
import { type Module, moduleOf, textAt } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, enclosingFunction, isCall, isFunction, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { functionName, keyName, lastName, parameterPattern, parametersOf } from '../syntax/names.js';
import { type Definition, lookUp } from '../binding/scope.js';
import type { TokenShape } from '#catalog';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { spelledOut } from '../flow/spelled.js';
import { type Origin, originsOf } from '../flow/trace.js';
import type { MemberValue } from '../flow/value.js';
import { catalogued, givenAt, SETTINGS } from './credentials.js';

/** A call about tokens, as the catalogue describes it, with the steps of a builder that it ends. */
export interface TokenCall {
  readonly call: Call;
  readonly member: MemberValue;
  readonly shape: TokenShape;
  readonly parts: readonly { readonly call: Call; readonly shape: TokenShape }[];
}

/** Every call of a module that makes, checks or reads tokens, or says how that is done. */
export function tokenCallsOf(analysis: Analysis, module: Module): readonly TokenCall[] {
  return analysis.once<readonly TokenCall[]>('tokenCalls', module, [], () =>
    module.bindings.calls.flatMap((call) => {
      const member = catalogued(analysis, call);
      const shape = member?.member.token;
      if (!member || !shape || shape.does === 'part') return [];
      const steps = (member.receiver?.steps ?? []).flatMap((step) => (step.member.token ? [{ call: step.call, shape: step.member.token }] : []));
      return [{ call, member, shape, parts: [{ call, shape }, ...steps] }];
    }),
  );
}

/** What is said of a token's end: the places that state it, `none` where nothing does, `unknown` where nobody can tell. */
export type Stated = readonly Origin[] | 'none' | 'unknown';

/** What a call that signs, or sets how that is done, states about the end of its tokens. */
export function expiryOf(analysis: Analysis, { call, parts }: TokenCall): Stated {
  const stated: Origin[] = [];
  let unknown = false;
  const look = (node: Expression, path: readonly string[], isClaim: boolean): void => {
    for (const origin of originsOf(analysis, node, SETTINGS, path)) {
      if (origin.path.length === 0) {
        if (!isNothing(origin)) stated.push(origin);
      } else if (!lacks(analysis, origin, isClaim)) unknown = true;
    }
  };
  for (const part of parts) {
    for (const slot of part.shape.expiry ?? []) {
      const given = givenAt(part.call, slot);
      if (!given) continue;
      // A factory that is no function in sight may state anything.
      const factory = given.path.indexOf('()');
      if (factory > 0 && originsOf(analysis, given.node, SETTINGS, given.path.slice(0, factory)).length === 0) unknown = true;
      look(given.node, given.path, false);
    }
    const payload = part.shape.payload && givenAt(part.call, part.shape.payload);
    if (payload && spelledOut(payload.node).type !== 'TemplateLiteral') look(payload.node, [...payload.path, 'exp'], true);
    if (payload && hasOwnEnd(payload.node)) unknown = true;
  }
  if (stated.length > 0) return stated;
  return unknown || isSetElsewhere(call, parts) ? 'unknown' : 'none';
}

/** Claims of the app's own that say when a token ends, or when it was made: whoever reads it may ask them. */
const OWN_END = /^(?:expir|valid_?(?:until|to)$|(?:created|issued)_?at$)/i;

function hasOwnEnd(payload: Expression): boolean {
  const object = spelledOut(payload);
  return object.type === 'ObjectExpression' && object.properties.some((property) => property.type === 'Property' && OWN_END.test(keyName(property.key, property.computed) ?? ''));
}

/** `undefined`, `null`: a setting that is left out. */
function isNothing(origin: Origin): boolean {
  const { node } = origin;
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');
}

/** Does the thing at which a trail ends certainly not have the property that was looked for? A text, a function, a row; an object of a type that does not declare it. */
function lacks(analysis: Analysis, origin: Origin, isClaim: boolean): boolean {
  if (origin.kind === 'literal') return true;
  if (origin.kind === 'request' || origin.kind === 'caught') return false;
  const node = origin.kind === 'other' ? (origin.node as Expression) : undefined;
  if (node && isFunction(unwrap(node))) return true;
  const [wanted] = origin.path;
  if (origin.kind === 'parameter') return isClaim && wanted !== undefined && origin.parameter !== undefined && declaresNo(analysis, parametersOf(origin.parameter.fn)[origin.parameter.index], wanted);
  const value = node && analysis.valueOf(node);
  const query = node && isCall(node) ? memberOfCall(analysis, node)?.library.kind === 'database' : false;
  if (value?.kind === 'function') return true;
  return isClaim && origin.path.length === 1 && (query || (value?.kind === 'library' && value.library.kind === 'database'));
}

/** Is a parameter declared to be an object that has no such property? */
function declaresNo(analysis: Analysis, parameter: Node | undefined, name: string): boolean {
  const pattern = parameter && parameterPattern(parameter);
  const annotation = pattern?.type === 'Identifier' ? pattern.typeAnnotation?.typeAnnotation : undefined;
  const members = annotation && membersOfType(analysis, annotation);
  return members?.every((member) => member.type === 'TSPropertySignature' && keyName(member.key, member.computed) !== undefined && keyName(member.key, member.computed) !== name) ?? false;
}

/** The members of a type that is written out, here or in a file that it is imported from; `undefined` for any other type. */
function membersOfType(analysis: Analysis, type: Node): readonly Node[] | undefined {
  if (type.type === 'TSStringKeyword' || type.type === 'TSNumberKeyword') return [];
  if (type.type === 'TSTypeLiteral') return type.members;
  if (type.type === 'TSInterfaceDeclaration') return type.extends.length === 0 ? type.body.body : undefined;
  if (type.type === 'TSTypeAliasDeclaration') return membersOfType(analysis, type.typeAnnotation);
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const module = moduleOf(type);
  const definition: Definition | undefined = lookUp(module.bindings, type, type.typeName.name)?.definitions[0];
  if (definition?.kind === 'type') return membersOfType(analysis, definition.node);
  if (definition?.kind !== 'import') return undefined;
  const exported = analysis.follow(module, definition.source)?.exports.named.get(definition.imported);
  return exported?.kind === 'local' ? membersOfType(analysis, exported.node) : undefined;
}

/** `token.setExpirationTime('1h')` on a line of its own, `payload.exp = …` of something that is handed on: a step that the chain does not show. */
function isSetElsewhere(call: Call, parts: TokenCall['parts']): boolean {
  if (parts.length === 1 || parts.every((part) => isWithin(part.call, call))) return false;
  const { members } = moduleOf(call).bindings;
  return (members.get('setExpirationTime') ?? []).some((member) => enclosingFunction(member) === enclosingFunction(call));
}

/** What a token is for, by the names around the call that makes it and in what it is given. */
export type Role = 'access' | 'refresh' | 'other';

/** Tokens that are mailed, shown once or handed to machines: how long they live is a matter of their own. */
export const OTHER_TOKENS = /reset|verif|confirm|invit|unsubscrib|magic|otp|2fa|two_?factor|forgot|activat|api_?key|webhook|mail|share|download|upload|preview|webauthn|csrf|device|license|signed_?ur[il]|presign/i;

/** The role of the token that a call makes. The names around the call go before what it is given; a payload's own fields say little. */
export function roleOf({ call, shape }: TokenCall): Role {
  const names = namesAround(call).map(({ name }) => name);
  const [closest = ''] = names;
  if (/refresh/i.test(closest)) return 'refresh';
  if (/access/i.test(closest)) return 'access';
  const given = argumentsOf(call).map((argument) => textAt(argument));
  if (/refresh/i.test([...names, ...given].join(' '))) return 'refresh';
  return OTHER_TOKENS.test([...names, ...given.filter((_, index) => index !== shape.payload?.[0])].join(' ')) ? 'other' : 'access';
}

/** A name near a call: of what its value is put into, or of a function around it. */
export interface NearName {
  readonly name: string;
  readonly of: 'value' | 'function';
}

/** The names of what a call's value is put into and of the functions around it, innermost first. */
export function namesAround(call: Call): NearName[] {
  const names: NearName[] = [];
  const add = (of: NearName['of'], name: string | undefined): void => {
    if (name !== undefined) names.push({ name, of });
  };
  let child: Node = call;
  for (let node = parentOf(call); node; child = node, node = parentOf(node)) {
    if (node.type === 'VariableDeclarator') {
      const { id } = node;
      // The name of a function that it holds has been taken already.
      if (id.type === 'Identifier' && !isFunction(child)) add('value', id.name);
      // `const [access, refresh] = await Promise.all([sign(…), sign(…)])`
      else if (id.type === 'ArrayPattern') {
        const at = positionIn(node, call);
        const element = at === undefined ? undefined : id.elements[at];
        if (element?.type === 'Identifier') add('value', element.name);
      }
    } else if (node.type === 'Property' && node.value === child && !isFunction(child)) add('value', keyName(node.key, node.computed));
    else if (node.type === 'AssignmentExpression' && !isFunction(child)) add('value', lastName(node.left));
    else if (isFunction(node)) add('function', functionName(node));
  }
  return names;
}

/** Where in a list below a declaration a call stands. */
function positionIn(within: Node, call: Call): number | undefined {
  for (let node: Node = call, list = parentOf(node); list && isWithin(list, within); node = list, list = parentOf(node)) if (list.type === 'ArrayExpression') return list.elements.indexOf(node as Expression);
  return undefined;
}

/** The text of the decorator that a node stands in: what a module of the framework declares together. */
export function decoratorAround(node: Node): string | undefined {
  for (let current = parentOf(node); current; current = parentOf(current)) if (current.type === 'Decorator') return textAt(current);
  return undefined;
}

/** How to state the end of a token, in the words of the library. */
export function remedyFor({ shape, parts, member }: TokenCall): string {
  if (shape.does === 'defaults') return `\`${(shape.expiry?.[0] ?? []).filter((name) => typeof name === 'string' && name !== '()' && name !== 'useFactory').join('.')}\` in its options`;
  const last = shape.expiry?.[0]?.at(-1);
  if (typeof last === 'string') return `\`${last}\` in its options`;
  if (parts.some((part) => part !== parts[0] && part.shape.payload)) return "`.setExpirationTime('15m')` before the last step";
  const option = parts.find((part) => part.shape.expiry)?.shape.expiry?.[0]?.at(-1);
  return typeof option === 'string' ? `\`${option}\` in the options of the signer` : `the claim \`exp\` in the payload of \`${member.name}\``;
}
