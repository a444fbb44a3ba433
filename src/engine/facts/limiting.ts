/** What refuses requests that come too often: a limiter of a package, a function of the app's own that counts, a handler that does so itself. */
import { slotValue } from '../match/slots.js';
import { memberOfCall } from '../flow/invocation.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, inside, unwrap } from '../syntax/ast.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunctions } from '../flow/invocation.js';
import type { Value } from '../flow/value.js';
import type { Registering } from './routes.js';
import { partsOf } from './steps.js';

/** Functions that a limiter, or a handler that limits by itself, may be away. */
const DEEPEST = 4;
/** Words of whoever counts requests or attempts. A puzzle for people keeps machines out as well. */
const COUNTS = /rate_?-?limit|limiter|throttl|brute_?force|slow_?down|captcha|turnstile|arcjet|too_?-?many|lock(?:ed)?_?out|(?:login|failed|sign_?in|otp|verify)_?attempts?|attempts?_?(?:left|remaining|count)|lock(?:ed)?_?until|cool_?down/i;
/** The status of a refusal for coming too often (RFC 6585). */
const REFUSES = /(?<![\w.])429(?![\w.])/;

/** Does a step limit how often requests come through? `undefined` where it cannot be seen. */
export function limits(analysis: Analysis, node: Expression, registering?: Registering): boolean | undefined {
  const parts = partsOf(analysis, node);
  if (registering && isSwitchedOff(analysis, registering, node)) return false;
  if (parts.names.some((name) => COUNTS.test(name) || analysis.options.names.rateLimiters?.includes(name) === true) || parts.values.some(isLimiting)) return true;
  if (parts.functions.some((fn) => limitsItself(analysis, fn)) || parts.classes.some((each) => mentions(each) || limitsBase(analysis, each.superClass))) return true;
  return parts.unseen ? undefined : false;
}

function isLimiting(value: Value): boolean {
  return (value.kind === 'library' || value.kind === 'member') && value.library.kind === 'limiting';
}

function limitsBase(analysis: Analysis, base: Expression | null): boolean {
  return base !== null && limits(analysis, base) === true;
}

/** Is a limiter plugged in for those routes only that ask for it? */
function isSwitchedOff(analysis: Analysis, { call }: Registering, node: Expression): boolean {
  const value = analysis.valueOf(node);
  const slot = value.kind === 'member' ? value.member.everywhereUnless : undefined;
  const option = slot && slotValue(call, slot);
  return option !== undefined && unwrap(option as Expression).type === 'Literal' && (unwrap(option as Expression) as { value?: unknown }).value === false;
}

/** Does a function, or one that it calls, count requests or attempts and refuse what is too much? */
export function limitsItself(analysis: Analysis, fn: FunctionNode): boolean {
  return reaches(analysis, fn, 'limits', (node, calls) => mentions(node) || calls.some((call) => {
    const member = memberOfCall(analysis, call);
    return member !== undefined && isLimiting(member);
  }));
}

function mentions(node: Node): boolean {
  const text = codeOf(node);
  return COUNTS.test(text) || REFUSES.test(text);
}

/** Does something hold of a function or of one that it calls, a few calls away? Asked once for each function. */
export function reaches(analysis: Analysis, fn: FunctionNode, question: string, holds: (node: FunctionNode, calls: readonly Call[]) => boolean): boolean {
  const seen = new Set<FunctionNode>();
  let level = [fn];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
    for (const each of level) {
      seen.add(each);
      const calls = inside(moduleOf(each).bindings.calls, each, (call) => call);
      if (analysis.once(`reaches:${question}`, each, false, () => holds(each, calls))) return true;
    }
    level = level.flatMap((each) => inside(moduleOf(each).bindings.calls, each, (call) => call).flatMap((call) => calledFunctions(analysis, call))).filter((each) => !seen.has(each));
    level = [...new Set(level)];
  }
  return false;
}

/** Of a step no more than this is read: what it does stands there. */
const MOST_CODE = 10_000;

/** The text of a node without its comments. */
export function codeOf(node: Node): string {
  const module = moduleOf(node);
  let text = '';
  let from = node.start;
  for (const comment of module.comments) {
    if (comment.start < from || comment.end > node.end) continue;
    text += module.text.slice(from, comment.start);
    from = comment.end;
  }
  return (text + module.text.slice(from, node.end)).slice(0, MOST_CODE);
}
