/** Which variable a name means: scopes, declarations and references of one file, from its syntax alone. */
import { type CallExpression, type ClassNode, type Expression, type FunctionNode, type Node, type Program, isClass, isFunction, parentOf } from '../syntax/ast.js';
import { type Binding, bindingsOf, parametersOf } from '../syntax/names.js';
import { pushChildren } from '../syntax/walk.js';

/** One way in which a variable comes by a value. */
export type Definition =
  | { readonly kind: 'value'; readonly from: Expression; readonly binding: Binding }
  | { readonly kind: 'element'; readonly of: Expression; readonly binding: Binding; readonly loop: Node }
  | { readonly kind: 'parameter'; readonly of: FunctionNode; readonly index: number; readonly parameter: Node; readonly binding: Binding }
  | { readonly kind: 'import'; readonly source: string; readonly imported: string; readonly typeOnly: boolean }
  | { readonly kind: 'function'; readonly node: FunctionNode }
  | { readonly kind: 'class'; readonly node: ClassNode }
  | { readonly kind: 'enum'; readonly node: Node }
  | { readonly kind: 'type'; readonly node: Extract<Node, { type: 'TSInterfaceDeclaration' | 'TSTypeAliasDeclaration' }> }
  | { readonly kind: 'caught'; readonly clause: Extract<Node, { type: 'CatchClause' }>; readonly binding: Binding }
  /** `x++`, `x += 1`: a new value made from the old one. */
  | { readonly kind: 'changed'; readonly node: Node };

export interface Variable {
  readonly name: string;
  readonly scope: Scope;
  /** In source order: the declaration first, then every assignment. */
  readonly definitions: Definition[];
  readonly constant: boolean;
  /** `let x: T`: the annotation, where the declaration has one. */
  annotation?: Node;
}

export interface Scope {
  readonly node: Node;
  readonly parent: Scope | undefined;
  readonly variables: Map<string, Variable>;
}

/** The names of one file. Made in one pass that also sets every node's `parent`. */
export interface Bindings {
  readonly scopes: ReadonlyMap<Node, Scope>;
  readonly identifiers: ReadonlyMap<string, readonly Extract<Node, { type: 'Identifier' }>[]>;
  /** By where they start, like the lists in `nodes`. */
  readonly calls: readonly (CallExpression | Extract<Node, { type: 'NewExpression' | 'TaggedTemplateExpression' }>)[];
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ClassNode[];
  readonly members: ReadonlyMap<string, readonly Extract<Node, { type: 'MemberExpression' }>[]>;
  /** Nodes by type, for the few types that facts start from. */
  readonly nodes: ReadonlyMap<Node['type'], readonly Node[]>;
}

const COLLECTED = new Set<Node['type']>([
  'AssignmentExpression', 'UpdateExpression', 'CatchClause', 'ThrowStatement', 'ReturnStatement', 'BinaryExpression', 'AwaitExpression',
  'ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement', 'TemplateLiteral', 'ExportDefaultDeclaration',
  'ExportNamedDeclaration', 'ExportAllDeclaration', 'TSExportAssignment', 'TSImportEqualsDeclaration', 'ImportDeclaration', 'ImportExpression', 'ObjectExpression', 'PropertyDefinition', 'MethodDefinition',
]);

/** Reads the bindings of a program. Cost: one walk. */
export function bind(program: Program): Bindings {
  const scopes = new Map<Node, Scope>();
  const identifiers = new Map<string, Extract<Node, { type: 'Identifier' }>[]>();
  const members = new Map<string, Extract<Node, { type: 'MemberExpression' }>[]>();
  const nodes = new Map<Node['type'], Node[]>();
  const calls: Bindings['calls'][number][] = [];
  const functions: FunctionNode[] = [];
  const classes: ClassNode[] = [];
  const writes: Node[] = [];

  const stack: Node[] = [program];
  /** The scope around each node on the stack. */
  const around: (Scope | undefined)[] = [undefined];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const parent = node === program ? undefined : parentOf(node);
    let scope = around[stack.length];
    if (opensScope(node, parent)) {
      scope = { node, parent: scope, variables: new Map() };
      scopes.set(node, scope);
    }
    if (scope) declareFor(node, parent, scope);
    if (isFunction(node)) functions.push(node);
    else if (isClass(node)) classes.push(node);
    else if (node.type === 'CallExpression' || node.type === 'NewExpression' || node.type === 'TaggedTemplateExpression') calls.push(node);
    else if (node.type === 'Identifier') {
      if (isReference(node, parent)) push(identifiers, node.name, node);
    } else if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') push(members, node.property.name, node);
    if (COLLECTED.has(node.type)) push(nodes, node.type, node);
    if (node.type === 'AssignmentExpression' || node.type === 'UpdateExpression') writes.push(node);
    const below = stack.length;
    pushChildren(node, stack);
    for (let at = below; at < stack.length; at++) {
      (stack[at] as { parent?: Node }).parent = node;
      around[at] = scope;
    }
  }
  // Decorators and other parsers' trees may come out of order.
  for (const list of [calls, ...nodes.values()]) inOrder(list);
  const bindings: Bindings = { scopes, identifiers, calls, functions, classes, members, nodes };
  for (const write of writes) recordWrite(bindings, write);
  return bindings;
}

function inOrder(nodes: Node[]): void {
  if (nodes.some((node, index) => node.start < (nodes[index - 1]?.start ?? 0))) nodes.sort((a, b) => a.start - b.start);
}

/** The variable that an identifier means; `undefined` for a global. Cost: the number of scopes around it. */
export function variableOf(bindings: Bindings, identifier: Extract<Node, { type: 'Identifier' }>): Variable | undefined {
  return lookUp(bindings, identifier, identifier.name);
}

/** The variable that a name means where a node stands. */
export function lookUp(bindings: Bindings, at: Node, name: string): Variable | undefined {
  for (let scope = scopeAt(bindings, at); scope; scope = scope.parent) {
    const found = scope.variables.get(name);
    if (found) return found;
  }
  return undefined;
}

/** The innermost scope that a node opens or stands in. */
function scopeAt(bindings: Bindings, at: Node): Scope | undefined {
  for (let node: Node | undefined = at; node; node = parentOf(node)) {
    const scope = opensScope(node, parentOf(node)) ? bindings.scopes.get(node) : undefined;
    if (scope) return scope;
  }
  return undefined;
}

type Identifier = Extract<Node, { type: 'Identifier' }>;

/** The mentions of one name, by the variable that each means. */
const references = new WeakMap<readonly Identifier[], ReadonlyMap<Variable | undefined, readonly Identifier[]>>();

/** Every mention of a variable as a value, its declaration left out. Cost: once for all variables of its name, all their mentions. */
export function referencesOf(bindings: Bindings, variable: Variable): readonly Identifier[] {
  const identifiers = bindings.identifiers.get(variable.name);
  if (!identifiers) return [];
  let known = references.get(identifiers);
  if (!known) {
    const found = new Map<Variable | undefined, Identifier[]>();
    for (const identifier of identifiers) push(found, variableOf(bindings, identifier), identifier);
    references.set(identifiers, found);
    known = found;
  }
  return known.get(variable) ?? [];
}

function opensScope(node: Node, parent: Node | undefined): boolean {
  switch (node.type) {
    case 'Program':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'SwitchStatement':
    case 'CatchClause':
    case 'TSModuleBlock':
    case 'StaticBlock':
      return true;
    case 'BlockStatement':
      return !isFunction(parent) && parent?.type !== 'CatchClause';
    default:
      return false;
  }
}

function declareFor(node: Node, parent: Node | undefined, scope: Scope): void {
  switch (node.type) {
    case 'VariableDeclarator': {
      const declaration = parent as Extract<Node, { type: 'VariableDeclaration' }>;
      const target = declaration.kind === 'var' ? functionScope(scope) : scope;
      for (const binding of bindingsOf(node.id)) {
        const variable = declare(target, binding.identifier.name, declaration.kind === 'const');
        if (binding.identifier.typeAnnotation) variable.annotation = binding.identifier.typeAnnotation;
        const loop = declaration.parent;
        if ((loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement') && loop.left === declaration)
          variable.definitions.push(loop.type === 'ForOfStatement' ? { kind: 'element', of: loop.right, binding, loop } : { kind: 'changed', node: loop });
        else if (node.init) variable.definitions.push({ kind: 'value', from: node.init, binding });
      }
      break;
    }
    case 'FunctionDeclaration':
      if (node.id && scope.parent) declare(scope.parent, node.id.name, false).definitions.unshift({ kind: 'function', node });
      declareParameters(node, scope);
      break;
    case 'FunctionExpression':
      if (node.id) declare(scope, node.id.name, true).definitions.push({ kind: 'function', node });
      declareParameters(node, scope);
      break;
    case 'ArrowFunctionExpression':
      declareParameters(node, scope);
      break;
    case 'ClassDeclaration':
      if (node.id && scope.parent) declare(scope.parent, node.id.name, false).definitions.push({ kind: 'class', node });
      break;
    case 'ClassExpression':
      if (node.id) declare(scope, node.id.name, true).definitions.push({ kind: 'class', node });
      break;
    case 'CatchClause':
      if (node.param) for (const binding of bindingsOf(node.param)) declare(scope, binding.identifier.name, false).definitions.push({ kind: 'caught', clause: node, binding });
      break;
    case 'TSEnumDeclaration':
      declare(scope, node.id.name, true).definitions.push({ kind: 'enum', node });
      break;
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      declare(scope, node.id.name, true).definitions.push({ kind: 'type', node });
      break;
    case 'ImportDeclaration':
      for (const specifier of node.specifiers) {
        const imported =
          specifier.type === 'ImportDefaultSpecifier' ? 'default'
          : specifier.type === 'ImportNamespaceSpecifier' ? '*'
          : specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
        const typeOnly = node.importKind === 'type' || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type');
        declare(scope, specifier.local.name, true).definitions.push({ kind: 'import', source: node.source.value, imported, typeOnly });
      }
      break;
    case 'TSImportEqualsDeclaration':
      if (node.moduleReference.type === 'TSExternalModuleReference') {
        const source = node.moduleReference.expression.value;
        declare(scope, node.id.name, true).definitions.push({ kind: 'import', source, imported: '*', typeOnly: node.importKind === 'type' });
      }
      break;
    default:
  }
}

function declareParameters(fn: FunctionNode, scope: Scope): void {
  parametersOf(fn).forEach((parameter, index) => {
    for (const binding of bindingsOf(parameter)) {
      const variable = declare(scope, binding.identifier.name, false);
      variable.definitions.push({ kind: 'parameter', of: fn, index, parameter, binding });
      if (binding.identifier.typeAnnotation) variable.annotation = binding.identifier.typeAnnotation;
    }
  });
}

function declare(scope: Scope, name: string, constant: boolean): Variable {
  let variable = scope.variables.get(name);
  if (!variable) {
    variable = { name, scope, definitions: [], constant };
    scope.variables.set(name, variable);
  }
  return variable;
}

function functionScope(scope: Scope): Scope {
  let current = scope;
  while (current.parent && !isFunction(current.node) && current.node.type !== 'StaticBlock' && current.node.type !== 'TSModuleBlock') current = current.parent;
  return current;
}

function recordWrite(bindings: Bindings, write: Node): void {
  if (write.type === 'UpdateExpression') {
    if (write.argument.type === 'Identifier') variableOf(bindings, write.argument)?.definitions.push({ kind: 'changed', node: write });
    return;
  }
  if (write.type !== 'AssignmentExpression') return;
  const plain = write.operator === '=' || write.operator === '||=' || write.operator === '??=' || write.operator === '&&=';
  for (const binding of bindingsOf(write.left))
    variableOf(bindings, binding.identifier)?.definitions.push(plain ? { kind: 'value', from: write.right, binding } : { kind: 'changed', node: write });
}

function isReference(node: Extract<Node, { type: 'Identifier' }>, parent: Node | undefined): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed;
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
    case 'AccessorProperty':
      return parent.computed || parent.value === node;
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'TSEnumMember':
      return false;
    case 'VariableDeclarator':
      return parent.init === node;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return parent.body === (node as Node);
    default:
      return true;
  }
}

/** Adds to the list that a map holds under a key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
