/** Values in words, so that a test can say in a line what an expression is. */
import path from 'node:path';
import type { Value } from '../../src/engine/flow/value.js';
import { functionName } from '../../src/engine/syntax/names.js';
import type { ClassNode, FunctionNode } from '../../src/engine/syntax/ast.js';

/** `Prisma.Delegate<user>`, `function load`, `instance of A`; a `?` at the end where the engine is not certain. */
export function inWords(value: Value): string {
  switch (value.kind) {
    case 'library':
      return `${value.library.name}.${value.type}${value.model ? `<${value.model.name}>` : ''}${value.many ? '[]' : ''}${value.certain ? '' : '?'}`;
    case 'member':
      return `${value.library.name}${value.receiver ? `.${value.receiver.type}` : ''}: ${value.name}${value.certain ? '' : '?'}`;
    case 'function':
      return `function ${functionName(value.fn) ?? ''}`.trim();
    case 'class':
      return `class ${value.node.id?.name ?? ''}`.trim();
    case 'instance':
      return `instance of ${nameOf(value.of)}`;
    case 'array':
      return `array of ${value.elements.length}`;
    case 'list':
      return `list of ${inWords(value.element)}`;
    case 'module':
      return `module ${path.basename(value.module.path)}`;
    case 'literal':
      return JSON.stringify(value.value);
    default:
      return value.kind;
  }
}

function nameOf(node: ClassNode | FunctionNode): string {
  return 'id' in node && node.id ? node.id.name : 'something';
}
