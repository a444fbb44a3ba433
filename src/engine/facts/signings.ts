/** The ways in which tokens come to be signed: the call that signs, and the calls through which what it is given comes in. */
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, argumentsOf, calleeOf, enclosingFunction, isWithin } from '../syntax/ast.js';
import type { Analysis } from '../flow/analysis.js';
import { originsOf } from '../flow/trace.js';
import { givenAt, OWN_SETTINGS } from './credentials.js';
import type { Frame } from './identity.js';
import { OTHER_TOKENS, type TokenCall, namesAround, tokenCallsOf } from './tokens.js';

/** One of them. */
export interface Signing {
  readonly token: TokenCall;
  /** From the call that signs outwards. */
  readonly frames: readonly Frame[];
  readonly role: 'access' | 'refresh' | 'other';
  /** The call by whose names its role is known. */
  readonly site: Call;
}

/** Functions around a call that signs, each called by the next one. */
const DEEPEST = 3;
/** A function that is called more often than this makes tokens for everybody. */
const MOST = 20;

/** Every way in which the calls of a module sign tokens, one for each caller where the payload or the key comes in as a parameter. */
export function signingsOf(analysis: Analysis, module: Module): readonly Signing[] {
  return analysis.once<readonly Signing[]>('signings', module, [], () => tokenCallsOf(analysis, module).flatMap((token) => (token.shape.does === 'sign' ? expanded(analysis, token, []) : [])));
}

function expanded(analysis: Analysis, token: TokenCall, frames: readonly Frame[]): Signing[] {
  const outer = frames.at(-1)?.call ?? token.call;
  const fn = enclosingFunction(outer);
  const sites = fn && frames.length < DEEPEST && takesParameters(analysis, token, outer, fn) ? analysis.callSites(fn).flatMap((site) => (site.kind === 'call' && !isWithin(site.call, fn) && !frames.some(({ call }) => call === site.call) ? [site.call] : [])) : [];
  if (!fn || sites.length === 0 || sites.length > MOST) return [{ token, frames, ...roleOf(token, frames) }];
  return sites.flatMap((call) => expanded(analysis, token, [...frames, { fn, call }]));
}

/** Does something that a call is given come from the parameters of the function around it? */
function takesParameters(analysis: Analysis, token: TokenCall, call: Call, fn: FunctionNode): boolean {
  const given = call === token.call ? token.parts.flatMap((part) => [part.shape.payload, ...(part.shape.keys ?? [])].flatMap((slot) => (slot ? (givenAt(part.call, slot) ?? []) : []))) : argumentsOf(call).map((argument) => ({ node: (argument.type === 'SpreadElement' ? argument.argument : argument) as Expression, path: [] }));
  return given.some(({ node, path }) => originsOf(analysis, node, OWN_SETTINGS, path).some((origin) => origin.kind === 'parameter' && origin.parameter?.fn === fn));
}

/** The names of functions that make something; `refreshToken` alone may as well be what answers with a new access token. */
const MAKES = /^(?:_|#)?(?:make|create|generate|gen|issue|sign|build|get|new|encode|produce|mint|grant)/i;
/** What opens nothing, or not the app's own routes. */
const NO_ACCESS = /id_?token|state|nonce|socket|temp|guest|impersonat|internal|service_?token|setup|sso|oauth|partial|challenge|stream|file|test/i;
/** A refresh token that was handed in, out of which something is read. */
const OLD_TOKEN = /(?<![.\w])\w*refresh\w*(?=\s*[!?]?\.)/gi;
const TOKEN = /token|jwt|auth|log_?in|sign|session|bearer/i;

/** What the token is for, as the names around the calls say, innermost first; a token of which nothing is said opens the app. */
function roleOf(token: TokenCall, frames: readonly Frame[]): Pick<Signing, 'role' | 'site'> {
  let isToken = false;
  for (const call of [token.call, ...frames.map((frame) => frame.call)]) {
    const names = namesAround(call);
    const near = names.slice(0, names.findIndex(({ of }) => of === 'function') + 1 || undefined);
    for (const { name, of } of near) {
      if (of === 'function' && !MAKES.test(name)) continue;
      if (/refresh(?!ed)/i.test(name)) return { role: 'refresh', site: call };
      if (/access/i.test(name)) return { role: 'access', site: call };
    }
    const payload = call === token.call ? token.shape.payload?.[0] : undefined;
    const text = moduleOf(call).text;
    const callee = calleeOf(call);
    const given = [callee, ...argumentsOf(call)].map(({ start, end }) => text.slice(start, end));
    if (given.some((each) => /refresh/i.test(each.replace(OLD_TOKEN, '')))) return { role: 'refresh', site: call };
    const said = [...near.map(({ name }) => name), ...given.filter((_, index) => payload === undefined || index - 1 !== payload)].join(' ');
    if (OTHER_TOKENS.test(said) || NO_ACCESS.test(said)) return { role: 'other', site: call };
    if (given.some((each) => /access/i.test(each))) return { role: 'access', site: call };
    isToken ||= near.some(({ name }) => TOKEN.test(name));
  }
  return { role: isToken ? 'access' : 'other', site: token.call };
}
