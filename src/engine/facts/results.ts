/** Results that tell by one of their own fields whether they went well: `{ ok: false, error }`, `{ status: 'failed', message }`. */
import { type Variable, variableOf } from '../binding/scope.js';
import { moduleOf } from '../modules/parse.js';
import { type Expression, type FunctionNode, type Node, type ObjectExpression, asMember, enclosingFunction, isFunction, parentOf, unwrap } from '../syntax/ast.js';
import { objectProperty, propertyName } from '../syntax/names.js';
import { conditionsAt } from '../flow/conditions.js';
import type { Origin } from '../flow/trace.js';

/**
 * Has the result that carries a value been ruled out where it would be used? `if (status === 'failed') return …;` before it, where the
 * object literal that the value came in has that status.
 * @param used the expression that the value came to
 * @param sent what sends it, which may stand in a helper
 */
export function isRuledOut(origin: Origin, used: Expression, sent: Node): boolean {
  const home = enclosingFunction(used);
  const result = origin.hops.filter((hop) => enclosingFunction(hop) === home).map((hop) => resultIn(hop as Expression)).find((each) => each !== undefined);
  const literal = result && carrierOf(origin, home);
  if (!literal) return false;
  return [...conditionsAt(used), ...conditionsAt(sent)].some(({ test, holds }) => {
    const [side, other] = test.type === 'BinaryExpression' && /^[!=]==?$/.test(test.operator) ? [test.left as Expression, unwrap(test.right)] : [test, undefined];
    const field = fieldOf(side, result);
    const property = field === undefined ? undefined : objectProperty(literal, field);
    const value = property && unwrap(property.value);
    if (value?.type !== 'Literal' || (other && other.type !== 'Literal')) return false;
    const passes = test.type !== 'BinaryExpression' ? Boolean(value.value) : (value.value === other?.value) === test.operator.startsWith('=');
    return passes !== holds;
  });
}

/** What a result is called where it is used: the variable that holds it, or the expression that it was taken apart from. */
type Result = Variable | Expression;

/** The result that an expression reads a field of: `result.message`, or `message` of `const { message } = await load()`. */
function resultIn(node: Expression): Result | undefined {
  const inner = unwrap(node);
  const member = asMember(inner);
  const name = member ? unwrap(member.object) : inner;
  if (name.type !== 'Identifier') return undefined;
  const variable = variableOf(moduleOf(name).bindings, name);
  if (member) return variable;
  const [only, ...others] = variable?.definitions ?? [];
  return only?.kind === 'value' && others.length === 0 && only.binding.path.length === 1 ? only.from : undefined;
}

/** The field of a result that an expression is. */
function fieldOf(node: Expression, result: Result): string | undefined {
  const inner = unwrap(node);
  const member = asMember(inner);
  if (member) return resultIn(inner) === result ? propertyName(member) : undefined;
  if (inner.type !== 'Identifier' || resultIn(inner) !== result) return undefined;
  const [definition] = variableOf(moduleOf(inner).bindings, inner)?.definitions ?? [];
  return definition?.kind === 'value' ? definition.binding.path[0] : undefined;
}

/** The object literal, of another function than the one that uses it, in which a value set out. */
function carrierOf(origin: Origin, home: FunctionNode | undefined): ObjectExpression | undefined {
  for (const hop of origin.hops) {
    if (enclosingFunction(hop) === home) continue;
    for (let at: Node | undefined = hop; at && !isFunction(at); at = parentOf(at)) {
      const object = at.type === 'Property' ? parentOf(at) : undefined;
      if (object?.type === 'ObjectExpression') return object;
    }
  }
  return undefined;
}
