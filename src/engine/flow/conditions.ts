/** What is known to be true where a node stands: the conditions that every path to it has passed. */
import { oneLine } from '../modules/parse.js';
import { type Expression, type Node, type NodeOf, isFunction, parentOf, unwrap } from '../syntax/ast.js';

export interface Condition {
  readonly test: Expression;
  /** Did the test hold, or fail, on the way here? */
  readonly holds: boolean;
  /** The statement by which the other case left earlier (`if (x) return y;`); absent where the node stands inside the branch itself. */
  readonly exit?: Node;
}

/** The conditions that dominate a node inside its function (and, for callbacks, in the functions around it), innermost first. */
export function conditionsAt(node: Node): Condition[] {
  const found: Condition[] = [];
  let child = node;
  for (let parent = parentOf(child); parent; child = parent, parent = parentOf(child)) {
    switch (parent.type) {
      case 'IfStatement':
        if (child === parent.consequent) found.push(...split(parent.test, true));
        else if (child === parent.alternate) found.push(...split(parent.test, false));
        break;
      case 'ConditionalExpression':
        if (child === parent.consequent) found.push(...split(parent.test, true));
        else if (child === parent.alternate) found.push(...split(parent.test, false));
        break;
      case 'LogicalExpression':
        if (child === parent.right) found.push(...(parent.operator === '??' ? [{ test: unwrap(parent.left), holds: false }] : split(parent.left, parent.operator === '&&')));
        break;
      case 'AssignmentExpression':
        // `user ??= await …`, `user ||= await …`, `user &&= await …`
        if (child === parent.right && ['??=', '||=', '&&='].includes(parent.operator)) found.push({ test: unwrap(parent.left as Expression), holds: parent.operator === '&&=' });
        break;
      case 'WhileStatement':
        if (child === parent.body) found.push(...split(parent.test, true));
        break;
      case 'SwitchCase':
        if (parent.test && child !== parent.test && parent.parent?.type === 'SwitchStatement') found.push({ test: parent.test, holds: true }, { test: parent.parent.discriminant, holds: true });
        else if (!parent.test && parent.parent?.type === 'SwitchStatement') for (const other of parent.parent.cases) if (other.test) found.push({ test: other.test, holds: false });
        break;
      case 'BlockStatement':
      case 'Program':
        for (const statement of parent.body) {
          if (statement === child) break;
          if (statement.type === 'IfStatement') {
            if (leaves(statement.consequent)) found.push(...leftBy(statement.consequent, split(statement.test, false)));
            else if (statement.alternate && leaves(statement.alternate)) found.push(...leftBy(statement.alternate, split(statement.test, true)));
          }
        }
        break;
      default:
    }
  }
  return found;
}

function leftBy(exit: Node, conditions: Condition[]): Condition[] {
  return conditions.map((condition) => ({ ...condition, exit }));
}

/** Does a statement never let control pass on to the next one? */
export function leaves(statement: Node): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'BlockStatement':
      return statement.body.some(leaves);
    case 'IfStatement':
      return leaves(statement.consequent) && statement.alternate != null && leaves(statement.alternate);
    case 'TryStatement':
      return leaves(statement.block) && (!statement.handler || leaves(statement.handler.body));
    case 'ExpressionStatement': {
      const call = unwrap(statement.expression);
      return call.type === 'CallExpression' && call.callee.type === 'MemberExpression' && call.callee.object.type === 'Identifier' && call.callee.object.name === 'process' && call.callee.property.type === 'Identifier' && call.callee.property.name === 'exit';
    }
    default:
      return false;
  }
}

/** `a && b` that holds is both; `a || b` that fails is neither; `!a` turns round. */
function split(test: Expression, holds: boolean): Condition[] {
  const inner = unwrap(test);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') return split(inner.argument, !holds);
  if (inner.type === 'LogicalExpression' && ((inner.operator === '&&' && holds) || (inner.operator === '||' && !holds))) return [...split(inner.left, holds), ...split(inner.right, holds)];
  return [{ test: inner, holds }];
}

/**
 * Can the conditions of two nodes not both hold? A test fails for one that holds for the other, or one value is to equal two different literals.
 * Tests are compared as they are written; what changes between them is not seen.
 */
export function excludeEachOther(some: readonly Condition[], others: readonly Condition[]): boolean {
  return some.some((one) => others.some((other) => one.test !== other.test && (one.holds !== other.holds ? isSame(one, other) : one.holds && areTwoValues(one.test, other.test))));
}

function isSame(one: Condition, other: Condition): boolean {
  return oneLine(one.test) === oneLine(other.test);
}

/** `kind === 'a'` and `kind === 'b'` */
function areTwoValues(one: Expression, other: Expression): boolean {
  if (one.type !== 'BinaryExpression' || other.type !== 'BinaryExpression' || !/^===?$/.test(one.operator) || !/^===?$/.test(other.operator)) return false;
  return one.right.type === 'Literal' && other.right.type === 'Literal' && one.right.value !== other.right.value && oneLine(one.left) === oneLine(other.left);
}

/** The `try` inside the same function whose `catch` takes what a node throws; `undefined` where its errors leave the function. */
export function tryAround(node: Node): NodeOf<'TryStatement'> | undefined {
  for (let child = node, parent = parentOf(child); parent && !isFunction(child); child = parent, parent = parentOf(child)) if (parent.type === 'TryStatement' && child === parent.block && parent.handler) return parent;
  return undefined;
}

/** The statement-level ancestors of a node up to its function, the node's own statement first. */
export function statementsAround(node: Node): Node[] {
  const found: Node[] = [];
  for (let current: Node | undefined = node; current && !isFunction(current); current = parentOf(current)) if (/Statement$|^VariableDeclaration$/.test(current.type)) found.push(current);
  return found;
}
