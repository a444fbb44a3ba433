/** Values in words, so that a test can say in a line what an expression is. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { ask } from '#kit';
import type { EngineOptions } from '../../src/engine/flow/analysis.js';
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

export type ValueCase = readonly [title: string, files: string | Readonly<Record<string, string>>, value: string];

/** Cases that each say what the expression marked `it` is; of several files, the first one holds it. */
export function valuesAre(cases: readonly ValueCase[], options: Partial<EngineOptions> = {}): void {
  it.each(cases)('%s', (_title, files, value) => {
    expect(inWords(ask(files, undefined, options).valueAt('it'))).toBe(value);
  });
}
