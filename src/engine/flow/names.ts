/** Name → value: variables, imports, exports, and names that speak by their shape alone. */
import { type Definition, type Variable, variableOf } from '../binding/scope.js';
import { exportOf } from '../match/catalogue.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Expression, type Node, isClass, isFunction, parentOf, unwrap } from '../syntax/ast.js';
import type { Analysis } from './analysis.js';
import { likelyClass } from './likely.js';
import { settled, step } from './settle.js';
import { parameterValue } from './parameters.js';
import { elementOf, firstKnown, FOREIGN, UNKNOWN, type Value } from './value.js';

/** What a variable holds: its annotation if that says something, else the first of its definitions that does. */
export function readVariable(analysis: Analysis, module: Module, variable: Variable): Value {
  if (variable.annotation) {
    const declared = analysis.typeValue(variable.annotation);
    if (declared.kind !== 'unknown' && declared.kind !== 'foreign') return declared;
    const assigned = firstKnown(lazily(variable.definitions, (definition) => definitionValue(analysis, module, definition)));
    return assigned.kind === 'unknown' ? declared : assigned;
  }
  return firstKnown(lazily(variable.definitions, (definition) => definitionValue(analysis, module, definition)));
}

function definitionValue(analysis: Analysis, module: Module, definition: Definition): Value {
  switch (definition.kind) {
    case 'value': {
      const named = definition.binding.path.reduce((value, name) => step(analysis, value, name, definition.from), settled(analysis.valueOf(definition.from)));
      if (definition.binding.path.length === 0) return analysis.valueOf(definition.from);
      return named.kind === 'unknown' && definition.binding.fallback ? analysis.valueOf(definition.binding.fallback) : named;
    }
    case 'element':
      return definition.binding.path.reduce((value, name) => step(analysis, value, name, definition.of), elementOf(settled(analysis.valueOf(definition.of))));
    case 'parameter':
      return parameterValue(analysis, definition);
    case 'import':
      return importValue(analysis, module, definition.source, definition.imported);
    case 'function':
      return { kind: 'function', fn: definition.node };
    case 'class':
      return { kind: 'class', node: definition.node };
    case 'enum':
      return { kind: 'foreign', declared: definition.node };
    case 'type':
      return UNKNOWN;
    case 'caught':
      return definition.binding.path.length === 0 ? { kind: 'caught' } : UNKNOWN;
    case 'changed':
      return FOREIGN;
  }
}


/** What an import brings: `*` is the module itself. */
export function importValue(analysis: Analysis, module: Module, source: string, imported: string): Value {
  const library = analysis.catalogue.byPackage(source);
  if (library) {
    if (imported === '*') {
      const whole = exportOf(library, 'default') ?? {};
      return { kind: 'member', library, member: whole, name: '*', receiver: undefined, certain: true };
    }
    const other = library.reexports?.[imported];
    if (other !== undefined) return importValue(analysis, module, other, imported);
    const member = exportOf(library, imported);
    if (!member) return FOREIGN;
    if (member.type !== undefined && member.returns === undefined && !member.query && !member.constructs)
      return member.type === 'unknown' ? UNKNOWN : { kind: 'library', library: (member.of === undefined ? undefined : analysis.catalogue.byPackage(member.of)) ?? library, type: member.type, steps: [], certain: true };
    return { kind: 'member', library, member, name: imported, receiver: undefined, certain: true };
  }
  if (!analysis.options.followImports) return source.startsWith('.') || /^[@~#]\//.test(source) ? UNKNOWN : FOREIGN;
  const resolved = analysis.project.resolve(module, source);
  if (resolved.kind === 'package') return FOREIGN;
  if (resolved.kind === 'missing') return UNKNOWN;
  const target = analysis.project.open(resolved.path);
  if (!target) return UNKNOWN;
  if (imported === '*') {
    // What a CommonJS module is, where that is one thing: `module.exports = function …`.
    const whole = target.exports.whole ? analysis.valueOf(target.exports.whole) : UNKNOWN;
    return whole.kind === 'function' || whole.kind === 'class' || whole.kind === 'instance' || whole.kind === 'library' ? whole : { kind: 'module', module: target };
  }
  const value = analysis.exportValue(target, imported);
  // A generated client is made by code that says nothing of what it makes.
  return value.kind === 'unknown' || value.kind === 'foreign' ? firstKnown([likelyClass(analysis, imported), value]) : value;
}

/** A module's export by name, through re-exports and barrels. `default` of a CommonJS module is its whole exports. */
export function readExport(analysis: Analysis, module: Module, name: string, seen: ReadonlySet<Module> = new Set()): Value {
  if (seen.has(module)) return UNKNOWN;
  const exported = module.exports.named.get(name);
  if (exported) {
    switch (exported.kind) {
      case 'local':
        return localValue(analysis, exported.node);
      case 'name': {
        const variable = module.bindings.scopes.get(module.program)?.variables.get(exported.name);
        return variable ? analysis.variableValue(module, variable) : UNKNOWN;
      }
      case 'from':
        return importValue(analysis, module, exported.source, exported.imported);
    }
  }
  if (name === 'default') {
    if (module.exports.whole) return analysis.valueOf(module.exports.whole);
    if (module.exports.named.size > 0) return { kind: 'module', module };
  }
  const inner = new Set([...seen, module]);
  for (const source of module.exports.all) {
    const library = analysis.catalogue.byPackage(source);
    if (library && exportOf(library, name)) return importValue(analysis, module, source, name);
    const target = library || !analysis.mayExport(module, source, name) ? undefined : analysis.follow(module, source);
    const value = target ? readExport(analysis, target, name, inner) : UNKNOWN;
    if (value.kind !== 'unknown') return value;
  }
  if (module.exports.whole) {
    const value = analysis.memberValue(analysis.valueOf(module.exports.whole), name);
    if (value.kind !== 'unknown') return value;
  }
  return /^[A-Z]/.test(name) && analysis.once('gathers', module, false, () => GATHERS.test(module.text)) ? collectedModel(analysis, module, name) : UNKNOWN;
}

/** Text of a module that reads its folder and requires what it finds. */
const GATHERS = /readdir|glob|requireDirectory|require-directory|require\(path/;

/** A module that gathers the models of its folder (`db[model.name] = model`): the file that defines the one of this name. */
function collectedModel(analysis: Analysis, module: Module, name: string): Value {
  for (const file of analysis.project.siblings(module)) {
    const target = analysis.project.open(file);
    if (!target || target === module) continue;
    const exported = target.exports.whole ? analysis.valueOf(target.exports.whole) : analysis.exportValue(target, 'default');
    const value = exported.kind === 'function' ? analysis.resultOf(exported.fn) : exported;
    if (value.kind === 'class' ? value.node.id?.name === name : value.kind === 'library' && value.model?.name.toLowerCase() === name.toLowerCase()) return value;
  }
  return UNKNOWN;
}

function localValue(analysis: Analysis, node: Node): Value {
  if (isFunction(node)) return { kind: 'function', fn: node };
  if (isClass(node)) return { kind: 'class', node };
  if (node.type === 'TSEnumDeclaration') return { kind: 'foreign', declared: node };
  if (node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration') return UNKNOWN;
  return analysis.valueOf(node as Expression);
}

/** Values assigned to a property of a variable after it was made: `db.User = …`, `exports.x`, `Model.statics`. */
export function assignedProperty(analysis: Analysis, object: Extract<Node, { type: 'Identifier' }>, name: string): Value {
  const module = moduleOf(object);
  const variable = variableOf(module.bindings, object);
  if (!variable) return UNKNOWN;
  for (const member of module.bindings.members.get(name) ?? []) {
    const assignment = parentOf(member);
    if (assignment?.type !== 'AssignmentExpression' || assignment.left !== member) continue;
    const owner = unwrap(member.object);
    if (owner.type === 'Identifier' && variableOf(module.bindings, owner) === variable) {
      const value = analysis.valueOf(assignment.right);
      if (value.kind !== 'unknown') return value;
    }
  }
  return UNKNOWN;
}

function* lazily<T>(items: readonly T[], read: (item: T) => Value): Generator<Value> {
  for (const item of items) yield read(item);
}
