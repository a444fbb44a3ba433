/** Calls that write a log line: of a logging library, or of the app's own function around one. */
import type { LogShape } from '#catalog';
import { variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, inside, unwrap } from '../syntax/ast.js';
import { lastName, propertyName } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction, memberOfCall } from '../flow/invocation.js';
import type { LibraryValue } from '../flow/value.js';

export interface LogCall {
  readonly node: Call;
  readonly shape: LogShape;
  /** As the code writes it: `this.logger.info`. */
  readonly name: string;
  /** What makes up the line: the arguments without a level or the like before it. */
  readonly line: readonly Node[];
  /** The logger; `undefined` where a function of the app stands before it, or a function of the library itself logs. */
  readonly logger?: LibraryValue | undefined;
  /** The function of the app that hands its parameters to a logger. */
  readonly through?: FunctionNode;
  readonly certain: boolean;
}

/** What the app's functions that only hand on to a logger are called. */
const LOGGING = /^(?:trace|debug|verbose|silly|info|notice|http|success|warn(?:ing)?|error|fatal|crit(?:ical)?|alert|emerg|mark)$|^_?log(?![io])|Log(?![io])|[a-z]LOG/;

/** Inside such a function, one more of any name is looked into: `write`, `print`. */
const ANY = /./;

/** All calls of a file that write a log line, in source order. */
export function logCallsOf(analysis: Analysis, module: Module): readonly LogCall[] {
  return analysis.once('logCalls', module, [], () => module.bindings.calls.flatMap((call) => logCallOf(analysis, call) ?? []));
}

/** The log line that a call writes; `undefined` where it writes none, or none that can be seen. */
export function logCallOf(analysis: Analysis, call: Call): LogCall | undefined {
  return lineOf(analysis, call, LOGGING);
}

/** @param named what functions of the app that are looked into are called */
function lineOf(analysis: Analysis, call: Call, named: RegExp): LogCall | undefined {
  if (call.type !== 'CallExpression') return undefined;
  const callee = calleeOf(call);
  if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression') return undefined;
  const known = memberOfCall(analysis, call);
  const name = moduleOf(call).text.slice(callee.start, callee.end).replace(/\s+/g, '');
  if (known) {
    const { logs } = known.member;
    return logs && { node: call, shape: logs, name, line: argumentsOf(call).slice(logs.skips ?? 0), logger: known.receiver, certain: known.certain };
  }
  return byComputedLevel(analysis, call, name) ?? throughApp(analysis, call, name, named);
}

/** `logger[level](text)`: any level takes what the others take. */
function byComputedLevel(analysis: Analysis, call: Call, name: string): LogCall | undefined {
  const member = asMember(calleeOf(call));
  if (!member || propertyName(member) !== undefined) return undefined;
  const logger = analysis.valueOf(member.object);
  if (logger.kind !== 'library' || logger.library.kind !== 'logging' || logger.many) return undefined;
  const level = analysis.memberValue(logger, 'info');
  return level.kind === 'member' && level.member.logs ? { node: call, shape: level.member.logs, name, line: argumentsOf(call), logger, certain: logger.certain } : undefined;
}

function throughApp(analysis: Analysis, call: Call, name: string, named: RegExp): LogCall | undefined {
  if (!named.test(lastName(calleeOf(call)) ?? '')) return undefined;
  const fn = calledFunction(analysis, call);
  const handed = fn && analysis.once<HandedOn | undefined>('handsOnToLog', fn, undefined, () => handedOn(analysis, fn, named === LOGGING ? ANY : LOGGING));
  return fn && handed && { node: call, shape: { order: handed.order }, name, line: argumentsOf(call).slice(handed.from), through: fn, certain: true };
}

/** Which of its parameters a function hands to a logger, from the first on. */
interface HandedOn {
  readonly order: LogShape['order'];
  readonly from: number;
}

function handedOn(analysis: Analysis, fn: FunctionNode, named: RegExp): HandedOn | undefined {
  for (const call of inside(moduleOf(fn).bindings.calls, fn, (node) => node)) {
    if (!argumentsOf(call).some((argument) => parameterIn(argument, fn) !== undefined)) continue;
    const log = lineOf(analysis, call, named);
    if (!log) continue;
    const positions = log.line.map((argument) => parameterIn(argument, fn));
    const known = positions.filter((position) => position !== undefined);
    if (known.length === 0) continue;
    const at = log.shape.order === 'fields' && log.line.length > 1 ? 1 : 0;
    const text = positions[at] ?? known[0] ?? 0;
    return { order: log.shape.order === 'any' ? 'any' : known.some((position) => position < text) ? 'fields' : 'message', from: Math.min(...known) };
  }
  return undefined;
}

/** The position of the first of a function's parameters that an argument mentions. */
function parameterIn(argument: Node, fn: FunctionNode): number | undefined {
  let found: number | undefined;
  walk(argument.type === 'SpreadElement' ? argument.argument : unwrap(argument as Expression), (node) => {
    if (node.type === 'Identifier') {
      const definition = variableOf(moduleOf(fn).bindings, node)?.definitions[0];
      if (definition?.kind === 'parameter' && definition.of === fn) found ??= definition.index;
    }
    return found === undefined;
  });
  return found;
}
