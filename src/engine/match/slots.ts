/** Finding the node that a catalogue's slot speaks of. */
import type { Slot } from '#catalog';
import { type Call, type Expression, type Node, argumentsOf, unwrap } from '../syntax/ast.js';
import { keyName } from '../syntax/names.js';

/** The node in a slot of a call: an argument, or a property inside an object literal given there. */
export function slotValue(call: Call, slot: Slot): Node | undefined {
  const args = argumentsOf(call);
  const [position, ...path] = slot;
  let node: Node | undefined = args[position < 0 ? args.length + position : position];
  for (const name of path) {
    if (!node) return undefined;
    const inner = unwrap(node as Expression);
    if (inner.type === 'ObjectExpression') {
      const property: Node | undefined = inner.properties.find((each) => each.type === 'Property' && (name === '*' || keyName(each.key, each.computed) === name));
      node = property?.type === 'Property' ? property.value : undefined;
    } else if (inner.type === 'ArrayExpression' && name === '*') node = inner.elements.find((element) => element !== null) ?? undefined;
    else return undefined;
  }
  return node;
}
