/** Which of two places a process comes to first while it starts. */
import type { Analysis } from '../flow/analysis.js';
import { type Node, enclosingFunction, isCall, parentOf, programOf, wrapped } from '../syntax/ast.js';

/** So many functions around a place are looked through for who calls them. */
const DEEPEST = 6;

/** Does one place run before another? `undefined` where they have no function or module in common. */
export function precedes(analysis: Analysis, one: Node, other: Node): boolean | undefined {
  const others = placesAround(analysis, other);
  for (const place of placesAround(analysis, one)) {
    const beside = others.find((each) => homeOf(each) === homeOf(place));
    if (beside) return at(place) < at(beside);
  }
  return undefined;
}

/** In a chain of calls the later call stands around the earlier one: its own end tells. */
function at(node: Node): number {
  return node.end;
}

function homeOf(node: Node): Node {
  return enclosingFunction(node) ?? programOf(node);
}

/** The place itself, then the calls that lead to it, outwards. */
function placesAround(analysis: Analysis, node: Node): readonly Node[] {
  return analysis.once<readonly Node[]>('placesAround', node, [node], () => {
    const places = [node];
    let current: Node | undefined = node;
    for (let depth = 0; current && depth < DEEPEST; depth++) {
      const fn = enclosingFunction(current);
      if (!fn) break;
      const holder = parentOf(wrapped(fn));
      if (isCall(holder)) current = holder;
      else {
        const site = analysis.callSites(fn).find((each) => each.kind === 'call');
        current = site?.kind === 'call' ? site.call : undefined;
      }
      if (current) places.push(current);
    }
    return places;
  });
}
