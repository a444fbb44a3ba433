/** The only tree walker: everything else asks it. */
import { visitorKeys } from 'oxc-parser';
import { type Node, isFunction } from './ast.js';

const keysOf = visitorKeys as Readonly<Record<string, readonly string[]>>;

/** The child nodes of a node, in source order of its keys. Unknown node types (of another parser) have none. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  pushChildren(node, children);
  return children.reverse();
}

/** Puts the child nodes of a node on a stack, so that the first of them is taken off first. */
export function pushChildren(node: Node, stack: Node[]): void {
  const keys = keysOf[node.type] ?? [];
  for (let at = keys.length - 1; at >= 0; at--) {
    const value = (node as unknown as Record<string, unknown>)[keys[at]!];
    if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index--) {
        const item: unknown = value[index];
        if (isNode(item)) stack.push(item);
      }
    } else if (isNode(value)) stack.push(value);
  }
}

/** Visits a node and all below it, parents first; returning `false` leaves a node's children out. Depth is bounded by the heap, not the stack. */
export function walk(root: Node, visit: (node: Node) => boolean | undefined): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (visit(node) !== false) pushChildren(node, stack);
  }
}

/** Visits the nodes that belong to a function's (or any node's) own body: not those of functions nested in it. */
export function walkOwn(root: Node, visit: (node: Node) => boolean | undefined): void {
  walk(root, (node) => {
    if (node !== root && isFunction(node)) {
      visit(node);
      return false;
    }
    return visit(node);
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
