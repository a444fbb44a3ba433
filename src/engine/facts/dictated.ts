/** Statements that a file words itself and has a function of the app run: `many('SELECT …', [id])`, `query(sql, values, (err, rows) => …)`. */
import { variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Expression, type FunctionNode, type Node, argumentsOf, isWithin, unwrap, wrapped } from '../syntax/ast.js';
import type { Analysis } from '../flow/analysis.js';
import { type Query, queriesOf, worded } from './queries.js';
import { callsOf } from './reach.js';

/** All queries of a module, and the statements that it hands to functions of the app. Those are no further round trips: the function that runs them makes them. */
export function statementsOf(analysis: Analysis, module: Module): readonly Query[] {
  return [...queriesOf(analysis, module), ...dictatedOf(analysis, module)];
}

/** The statements alone that a module hands to functions of the app. Cost: a look into what each call of such a function runs. */
export function dictatedOf(analysis: Analysis, module: Module): readonly Query[] {
  return analysis.once<readonly Query[]>('dictated', module, [], () =>
    callsOf(analysis, module).flatMap(({ node: call, fn }) => {
      const taken = statementTaken(analysis, fn);
      const text = taken && argumentsOf(call)[taken.index];
      const query = text && text.type !== 'SpreadElement' ? worded(analysis, taken.query, call, text) : undefined;
      return query ? [{ ...query, node: wrapped(call) }] : [];
    }),
  );
}

/** Which of its parameters a function has run as a statement, and by which query, also through a function that it calls; `undefined` where it does nothing of the kind. */
function statementTaken(analysis: Analysis, fn: FunctionNode): { readonly index: number; readonly query: Query } | undefined {
  if (fn.params.length === 0) return undefined;
  return analysis.once<ReturnType<typeof statementTaken>>('statementTaken', fn, undefined, () => {
    const module = moduleOf(fn);
    for (const query of queriesOf(analysis, module)) {
      const index = query.sqlNode && !query.cache && query.sql === undefined && isWithin(query.node, fn) ? parameterOf(query.sqlNode, fn) : undefined;
      if (index !== undefined) return { index, query };
    }
    for (const call of callsOf(analysis, module, fn)) {
      const inner = call.fn === fn ? undefined : statementTaken(analysis, call.fn);
      const index = inner && parameterOf(argumentsOf(call.node)[inner.index], fn);
      if (inner && index !== undefined) return { index, query: inner.query };
    }
    return undefined;
  });
}

/** The position of the parameter that an expression is, as it came. */
function parameterOf(node: Node | undefined, fn: FunctionNode): number | undefined {
  const inner = node && unwrap(node as Expression);
  const definitions = inner?.type === 'Identifier' ? (variableOf(moduleOf(inner).bindings, inner)?.definitions ?? []) : [];
  const [only] = definitions;
  return definitions.length === 1 && only?.kind === 'parameter' && only.of === fn && only.binding.path.length === 0 ? only.index : undefined;
}
