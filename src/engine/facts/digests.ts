/** Passwords that a fast digest takes, and costs that are too low. */
import type { CostBound } from '#catalog';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf, textAt } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, awaited, calleeOf, enclosingFunction, inside, isCall, parentOf } from '../syntax/ast.js';
import { lastName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction, libraryCallsOf, memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { spelledOut } from '../flow/spelled.js';
import { originsOf } from '../flow/trace.js';
import { propertiesIn } from './queries.js';
import { callsOf } from './reach.js';
import { type PasswordFault, passwordNamed } from './passwordValues.js';

interface Digested {
  readonly input: Expression;
  readonly algorithm: string;
}

/** What a module (or one function of it) feeds to fast digests, by itself or by functions that do so with what they are given. */
function digestedIn(analysis: Analysis, module: Module, within?: FunctionNode): Digested[] {
  const calls = libraryCallsOf(analysis, module);
  const own = (within ? inside(calls, within, (call) => call) : calls).flatMap((call) => {
    const member = memberOfCall(analysis, call);
    const input = member?.member.digest && slotValue(call, member.member.digest);
    return member && input && input.type !== 'SpreadElement' && !feedsSlowHash(analysis, call) && !becomesKey(analysis, call) ? [{ input: input as Expression, algorithm: algorithmOf(call, member.name) }] : [];
  });
  const handed = callsOf(analysis, module, within).flatMap(({ node: call, fn }) =>
    digestedParameters(analysis, fn).flatMap(({ index, algorithm }) => {
      const argument = argumentsOf(call)[index];
      return argument && argument.type !== 'SpreadElement' && !feedsSlowHash(analysis, call) && !becomesKey(analysis, call) ? [{ input: argument as Expression, algorithm }] : [];
    }),
  );
  return [...own, ...handed];
}

/** A digest whose input is a password, here or in the helper that it is handed to. */
export function* digestedPasswords(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const { input, algorithm } of digestedIn(analysis, module)) {
    const field = passwordNamed(analysis, input);
    if (field !== undefined) yield { kind: 'fastHash', node: input, field, algorithm };
  }
}

/** The parameters that a function digests, where their own names do not say that they are passwords (then the function itself is reported). */
function digestedParameters(analysis: Analysis, fn: FunctionNode): readonly { index: number; algorithm: string }[] {
  return analysis.ofParameters<{ index: number; algorithm: string }>('digestedParameters', fn, () =>
    digestedIn(analysis, moduleOf(fn), fn).flatMap(({ input, algorithm }) =>
      passwordNamed(analysis, input) === undefined
        ? originsOf(analysis, input, { callers: false }).flatMap((origin) => (origin.kind === 'parameter' && origin.parameter?.fn === fn && origin.path.length === 0 ? [{ index: origin.parameter.index, algorithm }] : []))
        : [],
    ),
  );
}

function algorithmOf(call: Call, name: string): string {
  // `const hasher = createHash('sha256'); hasher.update(password)`
  const made = asMember(calleeOf(call))?.object;
  const text = `${textOfNode(call) ?? textAt(call)} ${made ? textAt(spelledOut(made)) : ''}`;
  return (/['"`](md5|sha-?\d+(?:-\d+)?|ripemd\w*)['"`]/i.exec(text)?.[1] ?? name).toUpperCase();
}

/** Is a digest only the first step, its result going into a slow hash? */
function feedsSlowHash(analysis: Analysis, call: Call): boolean {
  return feeds(call, (taker) => isSlow(analysis, taker));
}

/** Does a call's result, or a part of it, go into a call of some sort: in place, or by the name of a variable? */
function feeds(call: Call, isWanted: (taker: Call) => boolean): boolean {
  let node: Node = awaited(call);
  for (let parent = parentOf(node); parent; parent = parentOf(node)) {
    if (parent.type === 'MemberExpression') node = parent;
    else if (isCall(parent)) {
      if (isWanted(parent)) return true;
      if (calleeOf(parent) !== node && !asMember(calleeOf(parent))) return false;
      node = awaited(parent);
    } else if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') {
      const { name } = parent.id;
      return (moduleOf(call).bindings.identifiers.get(name) ?? []).some((reference) => {
        const holder = parentOf(reference);
        return isCall(holder) && isWanted(holder);
      });
    } else return false;
  }
  return false;
}

/** How many functions may hand a key on before something encrypts with it. */
const KEY_THROUGH = 3;

/** Is what a call gives the key of a cipher: here, or wherever its function gives it to? */
function becomesKey(analysis: Analysis, call: Call, through = 0): boolean {
  if (feeds(call, (taker) => CIPHER.test(lastName(calleeOf(taker)) ?? '') || encrypts(calledFunction(analysis, taker)))) return true;
  let given: Node = awaited(call);
  for (let member = parentOf(given); member?.type === 'MemberExpression' && isCall(parentOf(member)); member = parentOf(given)) given = awaited(parentOf(member) as Call);
  const fn = enclosingFunction(call);
  const holder = parentOf(given);
  if (!fn || through === KEY_THROUGH || !(holder?.type === 'ReturnStatement' || (holder === fn && holder.type === 'ArrowFunctionExpression'))) return false;
  const sites = analysis.callSites(fn);
  return sites.length > 0 && sites.every((site) => site.kind === 'call' && becomesKey(analysis, site.call, through + 1));
}

function encrypts(fn: FunctionNode | undefined): boolean {
  return fn !== undefined && CIPHER.test(moduleOf(fn).text.slice(fn.start, fn.end));
}

/** Does a call hash a password, or compare one with its hash? */
function isSlow(analysis: Analysis, call: Call): boolean {
  const member = memberOfCall(analysis, call)?.member;
  return member?.hash !== undefined || member?.verifies === true;
}

/** A file that encrypts derives keys, and not from passwords of users. */
const CIPHER = /\bcreate(?:De)?cipher(?:iv)?\b/i;

/** Does the file that derives a key encrypt, or one of those that call for it? */
function isForCipher(analysis: Analysis, call: Call): boolean {
  const fn = enclosingFunction(call);
  return CIPHER.test(moduleOf(call).text) || becomesKey(analysis, call) || (fn !== undefined && analysis.callSites(fn).some(({ node }) => CIPHER.test(moduleOf(node).text)));
}

/** A stated cost under the least that will do. */
export function* weakCosts(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const call of libraryCallsOf(analysis, module)) {
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
