/** The syntax tree the engine reads: ESTree with TypeScript nodes, as oxc-parser gives it. */
import type {
  ArrowFunctionExpression,
  CallExpression,
  Class,
  Expression,
  Function as FunctionShape,
  MemberExpression,
  NewExpression,
  Node,
  Program,
  TaggedTemplateExpression,
} from 'oxc-parser';

export type {
  ArrowFunctionExpression,
  AssignmentExpression,
  CallExpression,
  CatchClause,
  Expression,
  Decorator,
  MemberExpression,
  MethodDefinition,
  NewExpression,
  Node,
  ObjectExpression,
  ObjectProperty,
  Program,
  PropertyDefinition,
  TaggedTemplateExpression,
  TemplateLiteral,
} from 'oxc-parser';

export type FunctionNode = FunctionShape | ArrowFunctionExpression;
export type ClassNode = Class;
/** Anything that calls: `f(x)`, `new F(x)`, `` f`x` ``. */
export type Call = CallExpression | NewExpression | TaggedTemplateExpression;
export type NodeOf<T extends Node['type']> = Extract<Node, { type: T }>;

/** The node that holds this one; `undefined` for the program. */
export function parentOf(node: Node): Node | undefined {
  return node.parent ?? undefined;
}

/** The program a node stands in. Cost: the node's depth. */
export function programOf(node: Node): Program {
  let current: Node = node;
  for (let parent = parentOf(current); parent; parent = parentOf(current)) current = parent;
  return current as Program;
}

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression' || node?.type === 'FunctionDeclaration';
}

export function isClass(node: Node | null | undefined): node is ClassNode {
  return node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression';
}

export function isCall(node: Node | null | undefined): node is Call {
  return node?.type === 'CallExpression' || node?.type === 'NewExpression' || node?.type === 'TaggedTemplateExpression';
}

/** What a call calls, without parentheses, casts and optional chaining. */
export function calleeOf(call: Call): Expression {
  return unwrap(call.type === 'TaggedTemplateExpression' ? call.tag : call.callee);
}

/** What an expression calls, or the expression itself where it is no call: `@Guard()` and `@Guard`. */
export function calleeIn(expression: Expression): Expression {
  const inner = unwrap(expression);
  return isCall(inner) ? calleeOf(inner) : inner;
}

/** A call's arguments in order; a tagged template's are its interpolations. */
export function argumentsOf(call: Call): readonly Node[] {
  return call.type === 'TaggedTemplateExpression' ? call.quasi.expressions : call.arguments;
}

/**
 * The node that a call hands in at a position, and the path inside it: `f(...args)` hands `args[2]` in at 2.
 * `undefined` where the call has no such argument.
 */
export function argumentAt(call: Call, position: number): { readonly node: Expression; readonly path: readonly string[] } | undefined {
  const args = argumentsOf(call);
  const spread = args.findIndex((argument) => argument.type === 'SpreadElement');
  if (spread >= 0 && spread <= position) {
    const argument = args[spread];
    return argument?.type === 'SpreadElement' ? { node: argument.argument, path: [String(position - spread)] } : undefined;
  }
  const argument = args[position];
  return argument ? { node: argument as Expression, path: [] } : undefined;
}

/** The expression inside casts, non-null assertions, parentheses and optional chains. */
export function unwrap(node: Expression): Expression {
  let current = node;
  for (;;) {
    switch (current.type) {
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ParenthesizedExpression':
        current = current.expression;
        break;
      default:
        return current;
    }
  }
}

/** The outermost cast, assertion or chain around an expression: the node whose parent uses the value. */
export function wrapped(node: Node): Node {
  let current = node;
  for (let parent = parentOf(current); parent; parent = parentOf(current)) {
    if (
      parent.type === 'ChainExpression' ||
      parent.type === 'TSAsExpression' ||
      parent.type === 'TSNonNullExpression' ||
      parent.type === 'TSSatisfiesExpression' ||
      parent.type === 'TSTypeAssertion' ||
      parent.type === 'ParenthesizedExpression'
    ) current = parent;
    else break;
  }
  return current;
}

/** `wrapped`, and through `await` as well. */
export function awaited(node: Node): Node {
  let current = wrapped(node);
  for (let parent = parentOf(current); parent?.type === 'AwaitExpression'; parent = parentOf(current)) current = wrapped(parent);
  return current;
}

export function asMember(node: Node | null | undefined): MemberExpression | undefined {
  if (!node) return undefined;
  const inner = unwrap(node as Expression);
  return inner.type === 'MemberExpression' ? inner : undefined;
}

/** The nearest function around a node (not the node itself); `undefined` at the top of a module. */
export function enclosingFunction(node: Node): FunctionNode | undefined {
  for (let current = parentOf(node); current; current = parentOf(current)) if (isFunction(current)) return current;
  return undefined;
}

/** The nearest class whose body holds a node. */
export function enclosingClass(node: Node): ClassNode | undefined {
  for (let current = parentOf(node); current; current = parentOf(current)) if (isClass(current)) return current;
  return undefined;
}

/** Is `inner` the same node as `outer`, or inside it? */
export function isWithin(inner: Node, outer: Node): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/**
 * What lies inside a node, out of a list that is sorted by where its nodes start, as a module's bindings are. Cost: a binary search, and what
 * is found; asking every function of a large file stays cheap.
 */
export function inside<T>(sorted: readonly T[], outer: Node, nodeOf: (item: T) => Node): T[] {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (nodeOf(sorted[middle] as T).start < outer.start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < sorted.length; at++) {
    const item = sorted[at] as T;
    const node = nodeOf(item);
    if (node.start > outer.end) break;
    if (node.end <= outer.end) found.push(item);
  }
  return found;
}
