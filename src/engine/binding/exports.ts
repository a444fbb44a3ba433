/** What a file exports: ES modules and CommonJS alike, as expressions or as pointers to other modules. */
import { type Expression, type Node, type Program, parentOf, unwrap } from '../syntax/ast.js';
import { bindingsOf, keyName, propertyName, staticString } from '../syntax/names.js';
import type { Bindings } from './scope.js';
import { lookUp, variableOf } from './scope.js';

export type Export =
  /** The value of an expression or declaration of this file. */
  | { readonly kind: 'local'; readonly node: Node }
  /** A variable of this file. */
  | { readonly kind: 'name'; readonly name: string }
  /** Another module's export; `*` is its namespace. */
  | { readonly kind: 'from'; readonly source: string; readonly imported: string };

export interface Exports {
  readonly named: ReadonlyMap<string, Export>;
  /** `export * from …`, and CommonJS modules whose whole exports are another's. */
  readonly all: readonly string[];
  /** `module.exports = expression` (or `export =`). */
  readonly whole: Expression | undefined;
  /** Exports filled in ways that cannot be read off: `exports[name] = …`, `Object.assign(exports, …)`. */
  readonly dynamic: boolean;
}

/** Reads the exports off a bound file. Cost: its top-level statements and its assignments to `exports`. */
export function exportsOf(program: Program, bindings: Bindings): Exports {
  const named = new Map<string, Export>();
  const all: string[] = [];
  let whole: Expression | undefined;
  let dynamic = false;

  for (const statement of program.body) {
    if (statement.type === 'ExportAllDeclaration') {
      if (statement.exported) named.set(moduleName(statement.exported), { kind: 'from', source: statement.source.value, imported: '*' });
      else all.push(statement.source.value);
    } else if (statement.type === 'ExportDefaultDeclaration') named.set('default', { kind: 'local', node: statement.declaration });
    else if (statement.type === 'TSExportAssignment') whole = statement.expression;
    else if (statement.type === 'ExportNamedDeclaration') {
      const { declaration, source } = statement;
      if (declaration?.type === 'VariableDeclaration')
        for (const declarator of declaration.declarations)
          for (const binding of bindingsOf(declarator.id)) named.set(binding.identifier.name, { kind: 'name', name: binding.identifier.name });
      else if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier') {
        const { name } = declaration.id;
        // A type may share its name with a value: `export const User = …; export type User = …`.
        named.set(name, named.has(name) ? { kind: 'name', name } : { kind: 'local', node: declaration });
      }
      for (const specifier of statement.specifiers) {
        const exported = moduleName(specifier.exported);
        const local = moduleName(specifier.local);
        named.set(exported, source ? { kind: 'from', source: source.value, imported: local } : { kind: 'name', name: local });
      }
    }
  }

  for (const node of bindings.nodes.get('AssignmentExpression') ?? []) {
    if (node.type !== 'AssignmentExpression' || node.operator !== '=') continue;
    const target = node.left as Expression;
    if (isModuleExports(bindings, target)) {
      // `module.exports = exports = …`
      const value = unwrap(node.right);
      const inner = value.type === 'AssignmentExpression' ? value.right : node.right;
      if (parentOf(node)?.type !== 'AssignmentExpression') whole = inner;
    } else if (target.type === 'MemberExpression' && isModuleExports(bindings, target.object)) {
      const name = propertyName(target);
      if (name === undefined) dynamic = true;
      else if (!named.has(name)) named.set(name, { kind: 'local', node: node.right });
    }
  }
  if (whole) {
    const value = unwrap(whole);
    if (value.type === 'ObjectExpression')
      for (const property of value.properties) {
        if (property.type === 'SpreadElement') dynamic = true;
        else {
          const name = keyName(property.key, property.computed);
          if (name !== undefined && !named.has(name)) named.set(name, { kind: 'local', node: property.value });
        }
      }
    else if (value.type === 'CallExpression') {
      const source = requiredSource(bindings, value);
      if (source !== undefined) all.push(source);
    }
  }
  return { named, all, whole, dynamic };
}

/** The modules that a file takes values from, by `import` or `require`. */
export function importedSources(bindings: Bindings): string[] {
  const imports = (bindings.nodes.get('ImportDeclaration') ?? []) as readonly Extract<Node, { type: 'ImportDeclaration' }>[];
  return [...imports.filter(({ importKind }) => importKind !== 'type').map(({ source }) => source.value), ...bindings.calls.flatMap((call) => requiredSource(bindings, call) ?? [])];
}

/** The module that `require('x')`, `await import('x')` or `import('x')` names; `undefined` for any other expression. */
export function requiredSource(bindings: Bindings, node: Expression): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'AwaitExpression') return requiredSource(bindings, inner.argument);
  if (inner.type === 'ImportExpression') return staticString(inner.source);
  if (inner.type !== 'CallExpression' || inner.callee.type !== 'Identifier' || inner.callee.name !== 'require') return undefined;
  return variableOf(bindings, inner.callee) ? undefined : (staticString(inner.arguments[0]) ?? besideFile(inner.arguments[0]));
}

/** `__dirname + '/env/all.js'`, `path.join(__dirname, 'env', 'all.js')`: a path that begins at the file's own folder, as a specifier. */
function besideFile(node: Node | undefined): string | undefined {
  if (!node || node.type === 'SpreadElement') return undefined;
  const inner = unwrap(node as Expression);
  const parts = inner.type === 'BinaryExpression' && inner.operator === '+' ? [inner.left, inner.right] : inner.type === 'CallExpression' && isPathCall(inner.callee) ? inner.arguments : [];
  const [first, ...rest] = parts;
  if (!first) return undefined;
  const texts = rest.map((part) => staticString(part));
  if (first.type !== 'Identifier' || first.name !== '__dirname') return rest.length === 0 ? besideFile(first) : undefined;
  return texts.some((text) => text === undefined) || texts.length === 0 ? undefined : `./${texts.join('/').replace(/^\/+/, '')}`;
}

function isPathCall(callee: Expression): boolean {
  return callee.type === 'MemberExpression' && /^(?:join|resolve)$/.test(propertyName(callee) ?? '') && callee.object.type === 'Identifier' && callee.object.name === 'path';
}

function isModuleExports(bindings: Bindings, node: Expression): boolean {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name === 'exports' && !lookUp(bindings, inner, 'exports');
  return (
    inner.type === 'MemberExpression' &&
    propertyName(inner) === 'exports' &&
    inner.object.type === 'Identifier' &&
    inner.object.name === 'module' &&
    !lookUp(bindings, inner, 'module')
  );
}

function moduleName(node: Node): string {
  return node.type === 'Identifier' ? node.name : (staticString(node) ?? '*');
}
