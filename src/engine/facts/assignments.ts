/** Request bodies that go into a row whole. */
import { type Module, moduleOf, oneLine } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentAt, argumentsOf, calleeOf, isCall, isClass, isWithin, unwrap } from '../syntax/ast.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import type { Origin } from '../flow/trace.js';
import { typeField } from '../match/catalogue.js';
import { ANY_FIELD, isBody, originsOfField } from './bodies.js';
import { classRole } from './layers.js';
import { slotNodes } from './queries.js';
import { callsOf } from './reach.js';
import { isStrippedBefore } from './stripping.js';
import { type Write, writesOf } from './writes.js';

export interface MassAssignment {
  readonly node: Node;
  /** The body, as the code calls it. */
  readonly body: string;
  /** What takes it: `User.create`. */
  readonly target: string;
  /** The function of the app that it is handed to. */
  readonly through?: string;
}

/** An object that becomes (a part of) a row, with all its fields. */
interface RowSource {
  readonly data: Expression;
  readonly path: readonly string[];
  readonly target: string;
}

/** The bodies that a module writes whole, or hands to functions that do. */
export function massAssignmentsOf(analysis: Analysis, module: Module): MassAssignment[] {
  const found: MassAssignment[] = [];
  for (const source of rowSourcesOf(analysis, module)) {
    const origin = wholeBody(analysis, source.data, source.path);
    if (origin) found.push({ ...placeOf(module, origin, source.data), target: source.target });
  }
  for (const { node: call, fn } of callsOf(analysis, module)) {
    for (const written of writtenParameters(analysis, fn)) {
      const argument = argumentAt(call, written.index);
      const origin = argument && wholeBody(analysis, argument.node, [...argument.path, ...written.path, ANY_FIELD]);
      if (origin) found.push({ ...placeOf(module, origin, argument.node), target: written.target, through: oneLine(calleeOf(call), 80) });
    }
  }
  return found;
}

/** The body behind an object, if all that the client sends is still in it. */
function wholeBody(analysis: Analysis, data: Expression, path: readonly string[]): Origin | undefined {
  return originsOfField(analysis, data, path, { callers: false }).find((origin) => isBody(origin, ANY_FIELD) && !isStrippedBefore(analysis, origin));
}

/** Every object of a module that is written with all its fields. */
function rowSourcesOf(analysis: Analysis, module: Module): readonly RowSource[] {
  return analysis.once<readonly RowSource[]>('rowSources', module, [], () => [
    ...writesOf(analysis, module).flatMap((write) => (namesColumns(analysis, write) ? [] : write.data.flatMap((data) => pathsOf(write).map((path) => ({ data, path, target: write.name }))))),
    ...module.bindings.calls.flatMap((call) => copiesInto(analysis, call)),
  ]);
}

function namesColumns(analysis: Analysis, { query }: Write): boolean {
  return query?.steps.some((step) => (step.member.query?.writable ?? []).some((slot) => slotNodes(analysis, step.call, slot).length > 0)) ?? false;
}

function pathsOf({ operators }: Write): readonly (readonly string[])[] {
  return operators ? [[ANY_FIELD], ['$set', ANY_FIELD], ['$setOnInsert', ANY_FIELD]] : [[ANY_FIELD]];
}

/** `Object.assign(user, body)`, `merge(user, body)`, where the first is a row or will be saved. */
function copiesInto(analysis: Analysis, call: Call): RowSource[] {
  const callee = calleeOf(call);
  const merges = memberOfCall(analysis, call)?.member.merges ?? oneLine(callee) === 'Object.assign';
  const [target, ...sources] = argumentsOf(call);
  if (!merges || !target || target.type === 'SpreadElement' || !isRow(analysis, target as Expression)) return [];
  return sources.flatMap((source) => (source.type === 'SpreadElement' ? [] : [{ data: source as Expression, path: [ANY_FIELD], target: `${oneLine(callee)}(${oneLine(target, 80)}, …)` }]));
}

function isRow(analysis: Analysis, target: Expression): boolean {
  const inner = unwrap(target);
  if (inner.type !== 'Identifier' && inner.type !== 'MemberExpression') return false;
  const value = analysis.valueOf(inner);
  if (value.kind === 'library') return value.library.kind === 'database' && value.steps.length === 0 && typeField(value.library, value.type, 'client') === undefined;
  if (value.kind === 'instance' && isClass(value.of) && classRole(analysis, value.of) === 'entity') return true;
  const text = oneLine(inner);
  return writesOf(analysis, moduleOf(inner)).some(({ data, query }) => query !== undefined && data.some((each) => oneLine(each) === text && each.start > inner.start));
}

interface WrittenParameter {
  readonly index: number;
  readonly path: readonly string[];
  readonly target: string;
}

/** The parameters of a function (or objects in them) that it writes with all their fields; `[]` where none is seen to. */
function writtenParameters(analysis: Analysis, fn: FunctionNode): readonly WrittenParameter[] {
  return analysis.ofParameters<WrittenParameter>('writtenParameters', fn, () => {
    const found: WrittenParameter[] = [];
    const add = (origin: Origin, target: string): void => {
      if (origin.kind !== 'parameter' || origin.parameter?.fn !== fn || origin.path.at(-1) !== ANY_FIELD) return;
      const { index } = origin.parameter;
      const path = origin.path.slice(0, -1);
      if (!found.some((each) => each.index === index && each.path.join('.') === path.join('.'))) found.push({ index, path, target });
    };
    for (const { data, path, target } of rowSourcesOf(analysis, moduleOf(fn))) {
      if (isWithin(data, fn)) for (const origin of originsOfField(analysis, data, path, { callers: false })) add(origin, target);
    }
    for (const { node: call, fn: callee } of callsOf(analysis, moduleOf(fn), fn)) {
      if (callee === fn) continue;
      for (const inner of writtenParameters(analysis, callee)) {
        const argument = argumentAt(call, inner.index);
        if (argument) for (const origin of originsOfField(analysis, argument.node, [...argument.path, ...inner.path, ANY_FIELD], { callers: false })) add(origin, inner.target);
      }
    }
    return found;
  });
}

/** Where to report: the outermost expression of this module on the trail that is no object literal. */
function placeOf(module: Module, origin: Origin, data: Expression): { readonly node: Node; readonly body: string } {
  const node = origin.hops.find((hop) => moduleOf(hop) === module && hop.type !== 'ObjectExpression' && hop.type !== 'ArrayExpression') ?? data;
  const last = origin.hops.findLast((hop) => moduleOf(hop) === module && !isCall(hop));
  return { node, body: oneLine(last ?? node, 80) };
}
