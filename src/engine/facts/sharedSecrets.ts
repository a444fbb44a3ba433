/** Refresh tokens that pass for access tokens, since both are signed with one secret and nothing that is checked tells them apart. */
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Node, calleeOf, enclosingClass } from '../syntax/ast.js';
import { hasName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { textOfNode } from '../flow/loops.js';
import { tellingApart } from './claims.js';
import { givenAt } from './credentials.js';
import { identityOf, NOTHING } from './identity.js';
import { type Signing, signingsOf } from './signings.js';
import { type TokenCall, tokenCallsOf } from './tokens.js';

export interface SharedSecret {
  readonly node: Node;
  /** The call that signs access tokens with it. */
  readonly access: Call;
  /** The environment variable that holds it, where one does. */
  readonly variable?: string | undefined;
  /** A claim by which the two could be told apart, which nothing that checks tokens looks at. */
  readonly unchecked?: string | undefined;
}

/** The refresh tokens of a module that are signed like access tokens are; none where a key or a payload cannot be seen. */
export function sharedSecretsOf(analysis: Analysis, module: Module): SharedSecret[] {
  // Cheap: nobody makes refresh tokens without saying so.
  if (!/refresh/i.test(module.text) || !/token|jwt|sign/i.test(module.text)) return [];
  const signings = [module, ...analysis.mentioning(module, tokenWords(analysis))].flatMap((each) => signingsOf(analysis, each));
  const accesses = signings.filter(({ role }) => role === 'access');
  const sites = new Map<Call, Signing[]>();
  for (const signing of signings) if (signing.role === 'refresh' && moduleOf(signing.site) === module) sites.set(signing.site, [...(sites.get(signing.site) ?? []), signing]);
  return [...sites.values()].flatMap((refreshes): SharedSecret[] => {
    const faults = refreshes.map((refresh) => accesses.map((access) => faultOf(analysis, module, refresh, access)).find((fault) => fault !== undefined));
    const [fault] = faults;
    return fault && !faults.includes(undefined) ? [fault] : [];
  });
}

/** The words in the names of packages, as files are searched for them: of `@nestjs/jwt` the last one. */
function wordsOf(packages: readonly string[]): string[] {
  return packages.flatMap((name) => name.match(/[\w$]+/g)?.at(-1) ?? []);
}

/** Words of which each file has one that makes or checks tokens: of the packages, and what a framework calls it. */
function tokenWords(analysis: Analysis): readonly string[] {
  const { catalogue } = analysis;
  return catalogue.derived('tokenWords', () => [...new Set([...catalogue.named()].flatMap(([name, member, library]) => (member.token ? (library.kind === 'auth' ? wordsOf(library.packages) : [name]) : [])))]);
}

function faultOf(analysis: Analysis, module: Module, refresh: Signing, access: Signing): SharedSecret | undefined {
  const key = keysOf(analysis, refresh).find((each) => keysOf(analysis, access).includes(each));
  const names = key === undefined ? undefined : tellingApart(analysis, refresh, access);
  if (key === undefined || !names || names.some((name) => isChecked(analysis, module, name))) return undefined;
  const given = refresh.site === refresh.token.call ? keyNode(refresh.token) : undefined;
  return { node: given ?? refresh.site, access: access.site, ...(key.startsWith('$') && { variable: key.slice(1) }), unchecked: names[0] };
}

/** The key, where it is written; the call where it comes in by an object that is not written in place. */
function keyNode({ parts }: TokenCall): Node | undefined {
  const nodes = parts.flatMap(({ call, shape }) => (shape.keys ?? []).flatMap((slot) => {
    const given = givenAt(call, slot);
    return given ? [given.path.length === 0 ? given.node : (slotValue(call, slot) ?? call)] : [];
  }));
  return nodes[0];
}

/** What the key of a token is known by; nothing where it cannot be told. */
function keysOf(analysis: Analysis, { token, frames }: Signing): readonly string[] {
  let isStated = false;
  const stated = new Set<string>();
  for (const { call, shape } of token.parts) for (const slot of shape.keys ?? []) {
    const given = givenAt(call, slot);
    const id = given ? identityOf(analysis, given, frames) : NOTHING;
    if (id === NOTHING) continue;
    isStated = true;
    if (id !== undefined) stated.add(id);
  }
  if (isStated) return stated.size === 1 ? [...stated] : [];
  return token.shape.inherits ? inheritedKeys(analysis, token) : [];
}

/** The key of the library's settings, and the one thing that both are called on, whose key is the same whatever it is. */
function inheritedKeys(analysis: Analysis, { call, member }: TokenCall): string[] {
  const module = moduleOf(call);
  const callee = calleeOf(call);
  const receiver = callee.type === 'MemberExpression' ? textOfNode(callee.object) : undefined;
  const owner = enclosingClass(call);
  const own = receiver === undefined ? [] : [`${module.path}:${owner ? String(owner.start) : ''}:${member.library.name}:${receiver}`];
  const defaults = [module, ...analysis.mentioning(module, wordsOf(member.library.packages))].flatMap((each) => tokenCallsOf(analysis, each)).filter((each) => each.shape.does === 'defaults' && each.member.library === member.library);
  const keys = new Set(defaults.map((each) => keysOf(analysis, { token: { ...each, parts: [{ call: each.call, shape: each.shape }] }, frames: [], role: 'other', site: each.call })[0]));
  const [only] = keys;
  return keys.size === 1 && only !== undefined ? [...own, only] : own;
}

/** `payload.type`, `payload['type']`, `const { type } = payload` */
function reads(text: string, name: string): boolean {
  return [...text.matchAll(/(?:\.|\[\s{0,9}['"])([\w$]+)/g)].some(([, read]) => read === name) || [...text.matchAll(/\{([^{}]*)\}\s{0,9}(?::[^=]{0,200})?=/g)].some(([, pattern = '']) => hasName(pattern, name));
}

/** Does anything that checks tokens, or is given what they say, look at a claim? Where nothing is seen to check any, it may. */
function isChecked(analysis: Analysis, module: Module, name: string): boolean {
  return readersOf(analysis, module).length === 0 || readersOf(analysis, module).some(({ text }) => reads(text, name)) || /^(?:aud|audience|setAudience|iss|issuer|setIssuer|header|typ|alg|algorithm)$/.test(name);
}

/** The modules that check tokens or read them, and those that import one of these, twice over. */
function readersOf(analysis: Analysis, module: Module): readonly Module[] {
  return analysis.once<readonly Module[]>('tokenReaders', module, [], () => {
    const found = new Set([module, ...analysis.mentioning(module, tokenWords(analysis))].filter((each) => tokenCallsOf(analysis, each).some(({ shape }) => shape.does === 'verify' || shape.does === 'decode' || (shape.does === 'defaults' && shape.expiry === undefined))));
    for (let distance = 0; distance < 2; distance++) for (const each of [...found]) for (const importer of analysis.importersOf(each.program, { name: undefined })) found.add(importer);
    return [...found];
  });
}
