/** Whether two values in different places are the same one, by a text that stands for where a value comes from. */
import { variableOf } from '../binding/scope.js';
import { moduleOf, textAt } from '../modules/parse.js';
import { type Call, type FunctionNode, type Node, argumentAt, argumentsOf, enclosingClass, isCall } from '../syntax/ast.js';
import { staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { type Origin, originsOf } from '../flow/trace.js';
import { environmentName, type Given, OWN_SETTINGS } from './credentials.js';
import { isWhole } from './secrets.js';

/** A call through which a function is looked at: what it hands in stands for the function's parameters. */
export interface Frame {
  readonly fn: FunctionNode;
  readonly call: Call;
}

/** Stands for nothing: what is asked for is not given at all. */
export const NOTHING = '';

/**
 * A text that two expressions share where they give the same value: an environment variable (`$KEY`), a text, a variable, a setting. `NOTHING` where there is no
 * value; `undefined` where it cannot be told. A fallback that is written out does not count beside what it stands in for.
 */
export function identityOf(analysis: Analysis, { node, path }: Given, frames: readonly Frame[]): string | undefined {
  const texts = new Set<string>();
  const names = new Set<string>();
  for (const origin of originsOf(analysis, node, OWN_SETTINGS, path)) {
    const name = nameOf(analysis, origin, frames);
    if (name === undefined) return undefined;
    if (name === NOTHING) continue;
    (name.startsWith("'") ? texts : names).add(name);
  }
  const [name, ...others] = names.size > 0 ? names : texts;
  return others.length > 0 ? undefined : (name ?? NOTHING);
}

function nameOf(analysis: Analysis, origin: Origin, frames: readonly Frame[]): string | undefined {
  const { kind, node, path, parameter } = origin;
  const variable = environmentName(analysis, origin);
  if (!isWhole(origin) || path.includes('*') || variable === '*') return undefined;
  if (variable !== undefined) return `$${variable}`;
  switch (kind) {
    case 'literal':
      return path.length > 0 ? NOTHING : `'${staticString(node) ?? textAt(node)}`;
    case 'parameter': {
      const at = frames.findIndex(({ fn }) => fn === parameter?.fn);
      const frame = frames[at];
      if (!frame || !parameter) return undefined;
      const argument = argumentAt(frame.call, parameter.index);
      return argument ? identityOf(analysis, { node: argument.node, path: [...argument.path, ...path] }, frames.slice(at + 1)) : NOTHING;
    }
    case 'other':
      return node.type === 'Identifier' && node.name === 'undefined' ? NOTHING : [placeOf(node), ...path].join('.');
    default:
      return undefined;
  }
}

/** What a trail ends at, the same for all mentions of one thing. */
function placeOf(node: Node): string {
  const module = moduleOf(node);
  if (node.type === 'Identifier') {
    const variable = variableOf(module.bindings, node);
    return `${module.path}:${variable ? String(variable.scope.node.start) : ''}:${node.name}`;
  }
  if (node.type === 'ThisExpression') return `${module.path}:${String(enclosingClass(node)?.start)}:this`;
  // A function that is given nothing, or the same fixed values, gives the same.
  if (isCall(node) && argumentsOf(node).every((argument) => argument.type === 'Literal')) return `${module.path}:${module.text.slice(node.start, node.end)}`;
  return `${module.path}:${String(node.start)}`;
}
