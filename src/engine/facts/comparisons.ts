/** Passwords that are compared as they stand, in code or by a query. */
import { type Module, moduleOf } from '../modules/parse.js';
import { type Expression, type FunctionNode, type Node, argumentsOf, inside, isCall } from '../syntax/ast.js';
import { lastName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction, memberOfCall } from '../flow/invocation.js';
import { type Origin, originsOf } from '../flow/trace.js';
import { statementsOf } from './dictated.js';
import { propertiesIn, type Query, queryAt } from './queries.js';
import { isOfSomethingElse, isPasswordName, isPlain, isStored, type PasswordFault, passwordAmong, digestedInSql, sqlPasswords, untilHashed, USER_LIKE } from './passwordValues.js';

interface Comparison {
  readonly node: Node;
  readonly sides: readonly [Expression, Expression];
}

/** What a module (or one function of it) compares as it stands: by an operator, a library, or a function that does so with what it is given. */
function comparisonsIn(analysis: Analysis, module: Module, within?: FunctionNode): Comparison[] {
  const found: Comparison[] = [];
  const operations = module.bindings.nodes.get('BinaryExpression') ?? [];
  for (const node of within ? inside(operations, within, (each) => each) : operations) {
    if (node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(node.operator) || node.left.type === 'PrivateIdentifier') continue;
    const sides = [node.left, node.right] as const;
    if (!sides.some((side) => side.type === 'Literal' || side.type === 'UnaryExpression' || side.type === 'TemplateLiteral')) found.push({ node, sides });
  }
  for (const call of within ? inside(module.bindings.calls, within, (each) => each) : module.bindings.calls) {
    const fn = calledFunction(analysis, call);
    const pairs = memberOfCall(analysis, call)?.member.equals ? [[0, 1] as const] : fn ? comparedParameters(analysis, fn) : [];
    for (const pair of pairs) {
      const [left, right] = pair.map((index) => argumentsOf(call)[index]);
      if (left && right && left.type !== 'SpreadElement' && right.type !== 'SpreadElement') found.push({ node: call, sides: [left as Expression, right as Expression] });
    }
  }
  return found;
}

/** The pairs of parameters that a function compares, where nothing in it says that they are passwords (then the comparison itself is reported). */
function comparedParameters(analysis: Analysis, fn: FunctionNode): readonly (readonly [number, number])[] {
  return analysis.ofParameters<readonly [number, number]>('comparedParameters', fn, () =>
    comparisonsIn(analysis, moduleOf(fn), fn).flatMap(({ sides }) => {
      if (sides.some((side) => isPasswordHere(analysis, side))) return [];
      const [left, right] = sides.map((side) => originsOf(analysis, side, { callers: false }).find((origin) => origin.kind === 'parameter' && origin.parameter?.fn === fn && origin.path.length === 0)?.parameter?.index);
      return left !== undefined && right !== undefined && left !== right ? [[left, right] as const] : [];
    }),
  );
}

function isPasswordHere(analysis: Analysis, node: Expression): boolean {
  if (isPasswordName(lastName(node))) return true;
  const origins = originsOf(analysis, node, { callers: false });
  return passwordAmong(origins) !== undefined || origins.some(isStored);
}

/** A stored password compared with a given one, in code or by a query's filter. */
export function* comparedPasswords(analysis: Analysis, module: Module): Generator<PasswordFault> {
  for (const { node, sides } of comparisonsIn(analysis, module)) {
    if (!sides.some((side) => isPasswordHere(analysis, side))) continue;
    const traced = sides.map((side) => originsOf(analysis, side, untilHashed(analysis, true)));
    const given = traced.findIndex((origins) => origins.some(isPlain));
    const stored = traced.findIndex((origins, index) => index !== given && origins.length > 0 && origins.some(isStored) && !origins.some(isPlain));
    if (given >= 0 && stored >= 0 && !traced[stored]!.some((origin) => opensSomethingElse(analysis, origin))) yield { kind: 'plaintextCompare', node, field: lastName(sides[given]) ?? 'password' };
  }
  for (const query of statementsOf(analysis, module)) {
    if (query.cache || query.access !== 'read' || (query.model && isOfSomethingElse(query.model.name))) continue;
    const filtered = query.filters.flatMap((filter) => ['password', 'passwd', 'pwd', 'pass'].flatMap((name) => propertiesIn(analysis, filter as Expression, [name])));
    const inSql = query.sql !== undefined && /^\s*select/i.test(query.sql) ? sqlPasswords(analysis, query, query.sql) : [];
    yield* digestedInSql(analysis, inSql);
    for (const value of [...filtered, ...comparedColumns(query), ...inSql.flatMap((each) => (each.by === undefined ? [each.value] : []))]) if (originsOf(analysis, value as Expression, untilHashed(analysis, true)).some(isPlain)) yield { kind: 'plaintextCompare', node: value, field: lastName(value) ?? 'password' };
  }
}

/** Is a stored password that of a row of which nobody is the owner alone: `link.password`? */
function opensSomethingElse(analysis: Analysis, { node, hops }: Origin): boolean {
  const names = [node, ...hops].flatMap((each) => (isCall(each) ? (queryAt(analysis, each)?.model?.name ?? []) : each.type === 'Identifier' ? [each.name] : []));
  return names.some(isOfSomethingElse) && !names.some((name) => USER_LIKE.test(name));
}

/** `where('password', x)`, `where('password', '=', x)` */
function comparedColumns(query: Query): Node[] {
  return query.steps.flatMap(({ member, call }) => {
    const args = argumentsOf(call);
    const value = args.at(-1);
    return member.step?.filter && args.length > 1 && value && isPasswordName(staticString(args[0])?.split('.').at(-1)) ? [value] : [];
  });
}
