/** How long a token lives, in seconds. */
import { referencesOf, variableOf } from '../binding/scope.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeOf, isCall, parentOf, unwrap } from '../syntax/ast.js';
import { lastName, propertyName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { spelledOut } from '../flow/spelled.js';
import type { Origin } from '../flow/trace.js';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, y: 31_557_600 };

/** The expression that a lifetime is: the whole of a calculation, of which the trail went on to the parts. */
export function wholeOf(origin: Origin): Node {
  return origin.hops.find((hop) => hop.type === 'BinaryExpression' || hop.type === 'UnaryExpression' || isCall(hop)) ?? origin.node;
}

/** The lifetime that a place states; `undefined` where it is no constant. */
export function lifetimeOf(analysis: Analysis, origin: Origin, unit: 'seconds' | 'milliseconds'): number | undefined {
  const text = staticString(origin.node);
  if (text !== undefined) return secondsIn(text);
  const node = wholeOf(origin);
  const time = timeOf(analysis, node as Expression);
  if (!time) return undefined;
  if (time.now === 0) return unit === 'milliseconds' ? time.fixed / 1000 : time.fixed;
  // A claim: seconds from now on.
  return Math.abs(time.now - 0.001) < 1e-9 ? time.fixed : undefined;
}

/** `15m`, `7 days`, `3600` (milliseconds, as the library `ms` reads a plain number). */
function secondsIn(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|milliseconds?|[smhdwy]|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|yrs?|years?)?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, amount, unit = 'ms'] = match;
  return Number(amount) * (/^m(?:s|illi)/i.test(unit) ? 0.001 : Number(SECONDS[unit.charAt(0).toLowerCase()]));
}

/** A number that is so many times the present (in milliseconds), and a constant. */
interface Time {
  readonly now: number;
  readonly fixed: number;
}

function timeOf(analysis: Analysis, node: Expression): Time | undefined {
  const inner = spelledOut(node);
  const value = analysis.valueOf(inner);
  if (value.kind === 'literal' && typeof value.value === 'number') return { now: 0, fixed: value.value };
  if (inner.type === 'UnaryExpression' && inner.operator === '+') return timeOf(analysis, inner.argument);
  if (inner.type === 'BinaryExpression') {
    const left = timeOf(analysis, inner.left as Expression);
    const right = timeOf(analysis, inner.right);
    return left && right && combined(inner.operator, left, right);
  }
  if (!isCall(inner)) return undefined;
  const callee = calleeOf(inner);
  const [first] = argumentsOf(inner);
  const member = asMember(callee);
  const name = member && propertyName(member);
  const owner = lastName(member?.object);
  if (owner === 'Date' && name === 'now') return { now: 1, fixed: 0 };
  if (first && (owner === 'Math' || (callee.type === 'Identifier' && /^(?:parseInt|Number)$/.test(callee.name)))) return timeOf(analysis, first as Expression);
  if (member && name !== undefined && ['getTime', 'valueOf', 'toFixed'].includes(name)) return timeOf(analysis, member.object);
  const adder = callee.type === 'Identifier' ? ADDERS.get(callee.name) : undefined;
  return adder === undefined ? dateOf(analysis, node, inner) : laterBy(analysis, inner, adder);
}

function combined(operator: string, left: Time, right: Time): Time | undefined {
  if (operator === '+') return { now: left.now + right.now, fixed: left.fixed + right.fixed };
  if (operator === '*' && left.now * right.now === 0) return { now: left.now * right.fixed + right.now * left.fixed, fixed: left.fixed * right.fixed };
  return operator === '/' && right.now === 0 && right.fixed !== 0 ? { now: left.now / right.fixed, fixed: left.fixed / right.fixed } : undefined;
}

/** In milliseconds, what a setter adds by one. */
const SETTERS: Readonly<Record<string, number>> = { Seconds: 1000, Minutes: 60_000, Hours: 3_600_000, Date: 86_400_000, Month: 2_592_000_000, FullYear: 31_536_000_000 };

/** In milliseconds, what functions that give a later date add by one. */
const ADDERS: ReadonlyMap<string, number> = new Map([['addSeconds', 1000], ['addMinutes', 60_000], ['addHours', 3_600_000], ['addDays', 86_400_000], ['addWeeks', 604_800_000], ['addMonths', 2_592_000_000], ['addYears', 31_536_000_000]]);

/** `addDays(new Date(), 7)` */
function laterBy(analysis: Analysis, call: Call, factor: number): Time | undefined {
  const [from, amount] = argumentsOf(call);
  const start = from && timeOf(analysis, from as Expression);
  const added = amount && timeOf(analysis, amount as Expression);
  return start && added?.now === 0 ? { now: start.now, fixed: start.fixed + added.fixed * factor } : undefined;
}

/** `const end = new Date(); end.setDate(end.getDate() + 60)`: the name, and the call that makes it. */
function dateOf(analysis: Analysis, node: Expression, made: Call): Time | undefined {
  if (made.type !== 'NewExpression' || lastName(made.callee) !== 'Date') return undefined;
  const [from] = made.arguments;
  const start = from === undefined ? { now: 1, fixed: 0 } : timeOf(analysis, from as Expression);
  const inner = unwrap(node);
  const { bindings } = moduleOf(inner);
  const variable = inner.type === 'Identifier' ? variableOf(bindings, inner) : undefined;
  if (!start || !variable) return start;
  const added = referencesOf(bindings, variable).flatMap((reference) => {
    const member = asMember(parentOf(reference));
    const call = member && parentOf(member);
    const factor = SETTERS[String(lastName(member)).replace(/^set(?:UTC)?/, '')];
    if (!isCall(call) || calleeOf(call) !== member || factor === undefined) return [];
    const [given] = argumentsOf(call);
    const amount = given?.type === 'BinaryExpression' && given.operator === '+' ? analysis.valueOf(given.right) : undefined;
    return [amount?.kind === 'literal' && typeof amount.value === 'number' ? amount.value * factor : NaN];
  });
  const total = added.reduce((sum, each) => sum + each, 0);
  return Number.isNaN(total) ? undefined : { now: start.now, fixed: start.fixed + total };
}

/** `60 days`, `36 hours`: for messages. */
export function describeSeconds(seconds: number): string {
  const [amount, unit] = seconds >= 172_800 ? [seconds / 86_400, 'days'] : seconds >= 7200 ? [seconds / 3600, 'hours'] : [seconds / 60, 'minutes'];
  return `${String(Math.round(amount * 10) / 10)} ${unit}`;
}
