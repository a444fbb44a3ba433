/** What a call brings about: the queries that a function runs, directly or through further calls. */
import type { Module } from '../modules/parse.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, type NodeOf, enclosingFunction, inside, isCall, isWithin, parentOf, wrapped } from '../syntax/ast.js';
import { lastName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction } from '../flow/invocation.js';
import { conditionsAt } from '../flow/conditions.js';
import { isMemoised, isOnFailure, loopsAround, onlyOnce, runsWithin } from '../flow/loops.js';
import { givenFor, isFalse, isSomething, type Need, parameterPath } from '../flow/given.js';
import { type Query, queriesOf } from './queries.js';

/** A query that a function reaches. */
export interface Reached {
  readonly query: Query;
  /** The functions on the way, outermost first. */
  readonly through: readonly FunctionNode[];
  /** Parameters (and options in them) that must be given for it to run. */
  readonly needs: readonly Need[];
  /** How many conditions stand before it on the way. */
  readonly conditions: number;
}

const DEEPEST = 8;
/** Writes of one call that are told apart; with more, it is one long job. */
const MOST_WRITES = 40;

/** The queries that calling a function runs: the first read and the first write, those that always run first. Empty where nothing is known to run. */
export function reachOf(analysis: Analysis, fn: FunctionNode): readonly Reached[] {
  return analysis.once<readonly Reached[]>('reach', fn, [], () => {
    const found: Reached[] = [];
    const { queries, calls } = runsOf(analysis, fn);
    for (const query of queries) found.push({ query, through: [fn], needs: needsOf(fn, query.node), conditions: conditionsAt(query.node).length });
    for (const call of calls) {
      for (const reached of reachOf(analysis, call.fn)) {
        if (reached.through.length >= DEEPEST || !isGiven(reached, call.node)) continue;
        found.push({ query: reached.query, through: [fn, ...reached.through], needs: [...needsOf(fn, call.node), ...handedOn(fn, reached, call.node)], conditions: conditionsAt(call.node).length + reached.conditions });
      }
    }
    const nearest = (access: Query['access']): Reached[] => {
      const matching = found.filter((reached) => reached.query.access === access).sort((a, b) => a.needs.length - b.needs.length || a.conditions - b.conditions || a.through.length - b.through.length);
      const free = matching.find((reached) => reached.needs.length === 0);
      return free ? [free] : matching.slice(0, 3);
    };
    return [...nearest('write'), ...nearest('read')];
  });
}

/** What a function runs itself each time that it is called: its queries, caches left out, and its calls of functions of the app. Kept rows and what a `catch` does are left out. */
export function runsOf(analysis: Analysis, fn: FunctionNode): { readonly queries: readonly Query[]; readonly calls: readonly AppCall[] } {
  return analysis.once('runs', fn, { queries: [], calls: [] }, () => ({
    queries: queriesOf(analysis, moduleOf(fn)).filter((query) => !query.cache && runsEachTime(analysis, fn, query.node)),
    calls: callsOf(analysis, moduleOf(fn), fn).filter((call) => call.fn !== fn && runsEachTime(analysis, fn, call.node)),
  }));
}

/** Does a function run a node itself each time that it is called? */
export function runsEachTime(analysis: Analysis, fn: FunctionNode, node: Node): boolean {
  return isWithin(node, fn) && homeOf(analysis, node) === fn && !isMemoised(node) && !isOnFailure(node, fn) && !runsForOne(analysis, node);
}

/** A call, and the function of the app that it runs. */
export interface AppCall {
  readonly node: Call;
  readonly fn: FunctionNode;
}

/** All writes that calling a function runs and waits for, each once, as far as `MOST_WRITES` goes; those behind an option that is not given are left out. */
export function writesOf(analysis: Analysis, fn: FunctionNode): readonly Reached[] {
  return analysis.once<readonly Reached[]>('writes', fn, [], () => {
    const found = new Map<Node, Reached>();
    const { queries, calls } = runsOf(analysis, fn);
    for (const query of queries) if (query.access === 'write' && !isLetGoAtLast(query.node)) found.set(query.node, { query, through: [fn], needs: needsOf(fn, query.node), conditions: conditionsAt(query.node).length });
    for (const call of calls) {
      if (isLetGoAtLast(call.node)) continue;
      for (const reached of writesOf(analysis, call.fn)) {
        if (found.size >= MOST_WRITES || found.has(reached.query.node) || reached.through.length >= DEEPEST || !isGiven(reached, call.node)) continue;
        found.set(reached.query.node, { query: reached.query, through: [fn, ...reached.through], needs: [...needsOf(fn, call.node), ...handedOn(fn, reached, call.node)], conditions: conditionsAt(call.node).length + reached.conditions });
      }
    }
    return [...found.values()];
  });
}

/** What a call reaches, its arguments considered: a query that needs an option which is not given is not reached. */
export function reachOfCall(analysis: Analysis, call: Call): readonly Reached[] {
  const fn = calledFunction(analysis, call);
  return fn ? reachOf(analysis, fn).filter((reached) => isGiven(reached, call)) : [];
}

/** Work that nobody waits for is meant to go its own way. */
export function isLetGo(node: Node): boolean {
  const holder = parentOf(wrapped(node));
  return holder?.type === 'ExpressionStatement' || (holder?.type === 'UnaryExpression' && holder.operator === 'void');
}

/** The same, or a chain (`work().then(…)`) that nobody waits for. */
function isLetGoAtLast(node: Node): boolean {
  const member = parentOf(wrapped(node));
  const call = member?.type === 'MemberExpression' && ['then', 'catch', 'finally'].includes(lastName(member) ?? '') ? parentOf(wrapped(member)) : undefined;
  return isLetGo(node) || (isCall(call) && isLetGoAtLast(call));
}

/** Every call of a module, or of one function in it, that runs a function of the app. */
export function callsOf(analysis: Analysis, module: Module, within?: FunctionNode): readonly AppCall[] {
  const all = analysis.once<readonly AppCall[]>('calls', module, [], () =>
    module.bindings.calls.flatMap((node) => {
      const fn = calledFunction(analysis, node);
      return fn ? [{ node, fn }] : [];
    }),
  );
  return within ? inside(all, within, ({ node }) => node) : all;
}

/** The function whose call runs a node: callbacks that run at once belong to the function around them. */
export function homeOf(analysis: Analysis, node: Node): FunctionNode | undefined {
  let fn = enclosingFunction(node);
  for (let around = fn && runsWithin(analysis, fn); fn && around; around = fn && runsWithin(analysis, fn)) fn = enclosingFunction(around.call);
  return fn;
}

/** Inside a loop, but for the one element that has a given id: once for the whole walk, however often the walk calls itself. */
function runsForOne(analysis: Analysis, node: Node): boolean {
  return loopsAround(analysis, node).some((loop) => loop.element !== undefined && onlyOnce(node, [loop.element]));
}

/** The parameters that must be truthy for a node to be reached, or must not be given. */
export function needsOf(fn: FunctionNode, node: Node): Need[] {
  return conditionsAt(node).flatMap(({ test, holds }) => {
    if (!isWithin(test, fn)) return [];
    const isNothing = comparedToNothing(test);
    const need = parameterPath(fn, isNothing !== undefined || isComparedToTrue(test) ? ((test as NodeOf<'BinaryExpression'>).left as Expression) : test);
    if (!need || (isComparedToTrue(test) && !holds)) return [];
    return holds === (isNothing ?? false) ? [{ ...need, absent: isNothing === undefined ? ('falsy' as const) : ('nothing' as const) }] : [need];
  });
}

/** `user === undefined` is true for nothing, `user != null` for something. */
function comparedToNothing(test: Expression): boolean | undefined {
  if (test.type !== 'BinaryExpression' || !/^[!=]==?$/.test(test.operator) || !isFalse(test.right) || (test.right.type === 'Literal' && test.right.value === false)) return undefined;
  return test.operator.startsWith('=');
}

/** `fresh === true` */
function isComparedToTrue(test: Expression): test is NodeOf<'BinaryExpression'> {
  return test.type === 'BinaryExpression' && /^===?$/.test(test.operator) && test.right.type === 'Literal' && test.right.value === true;
}

/** Does a call give what a query needs to be reached? What cannot be told counts as given. */
export function isGiven(reached: Pick<Reached, 'needs'>, call: Call): boolean {
  return reached.needs.every((need) => {
    const given = givenFor(need, call);
    if (given === 'unknown') return true;
    if (need.absent) return given === undefined || given.tests.length > 0 || !isSomething(given.value, need.absent === 'falsy');
    return given !== undefined && !isFalse(given.value);
  });
}

/** What a function is needed to be given itself, because it hands that on: `list({ fresh })`, `list(fresh ? { all: true } : undefined)`. */
export function handedOn(fn: FunctionNode, reached: Pick<Reached, 'needs'>, call: Call): Need[] {
  return reached.needs.flatMap((need) => {
    const given = givenFor(need, call);
    if (given === undefined || given === 'unknown') return [];
    const own = (each: Expression): Need[] => {
      const path = parameterPath(fn, each);
      return path ? [need.absent ? { ...path, absent: need.absent } : path] : [];
    };
    if (need.absent) return given.tests.length === 0 ? own(given.value) : [];
    return [given.value, ...given.tests].flatMap(own);
  });
}
