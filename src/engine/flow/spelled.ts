/** Names that stand for one expression. */
import { variableOf } from '../binding/scope.js';
import { moduleOf } from '../modules/parse.js';
import { type Expression, unwrap } from '../syntax/ast.js';

/** What a name is given, once and for all (`const options = full ? { all: true } : {}`); any other expression as it stands. */
export function spelledOut(node: Expression): Expression {
  const inner = unwrap(node);
  const definitions = inner.type === 'Identifier' ? (variableOf(moduleOf(inner).bindings, inner)?.definitions ?? []) : [];
  const [only] = definitions;
  return definitions.length === 1 && only?.kind === 'value' && only.binding.path.length === 0 ? unwrap(only.from) : inner;
}
