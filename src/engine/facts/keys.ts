/** What a key looks like, its changing parts left open, so that two of them can be compared. */
import { textAt } from '../modules/parse.js';
import { type Expression, unwrap } from '../syntax/ast.js';
import { staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction } from '../flow/invocation.js';
import { spelledOut } from '../flow/spelled.js';
import { returnsOf } from '../flow/trace.js';

/** Stands for a part that changes. */
export const OPEN = '?';

/**
 * The fixed text of a key with `?` for what goes into it: of a template, a sum, a constant, a name that holds one, a function that makes keys. A value that nobody
 * can see into is `?`.
 */
export function keyShape(analysis: Analysis, node: Expression, depth = 0): string {
  const inner = spelledOut(node);
  const text = staticString(inner);
  if (text !== undefined) return text;
  if (depth > 6) return OPEN;
  switch (inner.type) {
    case 'TemplateLiteral':
      return inner.quasis.map((part, index) => part.value.raw + (index < inner.expressions.length ? keyShape(analysis, inner.expressions[index]!, depth + 1) : '')).join('').replace(/\?{2,}/g, OPEN);
    case 'BinaryExpression':
      return inner.operator === '+' ? `${keyShape(analysis, inner.left, depth + 1)}${keyShape(analysis, inner.right, depth + 1)}` : OPEN;
    case 'CallExpression': {
      const fn = calledFunction(analysis, inner);
      const shapes = new Set(fn && returnsOf(fn).map((returned) => keyShape(analysis, returned, depth + 1)));
      return shapes.size === 1 ? [...shapes].join('') : OPEN;
    }
    default: {
      const value = analysis.valueOf(inner);
      return value.kind === 'literal' ? String(value.value) : OPEN;
    }
  }
}

/** Are two keys written the same way where they stand? */
export function isSameText(a: Expression, b: Expression): boolean {
  const [x, y] = [unwrap(a), unwrap(b)];
  return textAt(x) === textAt(y);
}
