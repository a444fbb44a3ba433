/** Which expression stands behind an import: an export by name, a whole CommonJS module, through re-exports. */
import { lookUp } from '../binding/scope.js';
import type { Module } from '../modules/parse.js';
import { type Expression, isClass, isFunction, type Node } from '../syntax/ast.js';
import type { Analysis } from './analysis.js';

/** An expression of another file, and the property path inside it that is left. */
export interface Exported {
  readonly node: Expression;
  readonly path: readonly string[];
}

/** Files that only hand exports on, behind one another. */
const MOST_BARRELS = 5;

/**
 * What an import brings, as expressions of the file that exports it. `*` is the module itself, whose exports `path` goes through.
 * `[]` where the module cannot be followed, or exports this in a way that cannot be read off.
 */
export function exportedBy(analysis: Analysis, from: Module, source: string, imported: string, path: readonly string[], barrels = 0): Exported[] {
  const module = barrels > MOST_BARRELS ? undefined : analysis.follow(from, source);
  if (!module) return [];
  const { exports } = module;
  const [first, ...rest] = path;
  // The `default` of a module that has none is the module itself.
  const isWhole = imported === '*' || (imported === 'default' && !exports.named.has('default'));
  if (isWhole && exports.whole && !reads(exports.named, first)) return [{ node: exports.whole, path }];
  const name = isWhole ? first : imported;
  if (name === undefined) return [];
  const inside = isWhole ? rest : path;
  const exported = exports.named.get(name);
  switch (exported?.kind) {
    case 'local':
      return isValue(exported.node) ? [{ node: exported.node, path: inside }] : [];
    case 'name': {
      const variable = lookUp(module.bindings, module.program, exported.name);
      return (variable?.definitions ?? []).flatMap((definition) => {
        if (definition.kind === 'import') return exportedBy(analysis, module, definition.source, definition.imported, inside, barrels + 1);
        return definition.kind === 'value' ? [{ node: definition.from, path: [...definition.binding.path, ...inside] }] : [];
      });
    }
    case 'from':
      return exportedBy(analysis, module, exported.source, exported.imported, inside, barrels + 1);
    default:
      if (exports.whole) return [{ node: exports.whole, path: [name, ...inside] }];
      return exports.all.flatMap((barrel) => exportedBy(analysis, module, barrel, name, inside, barrels + 1));
  }
}

function reads(named: Module['exports']['named'], name: string | undefined): boolean {
  return name !== undefined && named.has(name);
}

function isValue(node: Node): node is Expression {
  return !isFunction(node) && !isClass(node) && !node.type.startsWith('TS') && !node.type.endsWith('Declaration');
}
