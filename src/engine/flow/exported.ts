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

/** What a module exports under a name, as it is declared; `undefined` where that cannot be seen. */
export function exportedNode(analysis: Analysis, module: Module, name: string, barrels = 0): Node | undefined {
  const exported = module.exports.named.get(name);
  // `module.exports = { list }` means the variable, too.
  const variable = exported?.kind === 'name' ? exported.name : exported?.kind === 'local' && exported.node.type === 'Identifier' ? exported.node.name : undefined;
  const definition = variable === undefined ? undefined : module.bindings.scopes.get(module.program)?.variables.get(variable)?.definitions[0];
  if (definition?.kind === 'value' && definition.binding.path.length === 0) return definition.from;
  if (exported?.kind === 'local') return exported.node;
  if (exported?.kind === 'name') return undefined;
  if (barrels > MOST_BARRELS) return undefined;
  const sources = exported?.kind === 'from' ? [[exported.source, exported.imported] as const] : module.exports.all.map((source) => [source, name] as const);
  for (const [source, imported] of sources) {
    const target = analysis.follow(module, source);
    const node = target && exportedNode(analysis, target, imported, barrels + 1);
    if (node) return node;
  }
  return undefined;
}
