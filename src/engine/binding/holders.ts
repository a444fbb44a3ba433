/** Which variables of a file may hold a function that is looked for: told by their declarations alone, once a file. */
import { type CallExpression, type Expression, type FunctionNode, type Node, argumentsOf, asMember, isCall, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { keyName, propertyName } from '../syntax/names.js';
import { requiredSource } from './exports.js';
import { type Bindings, type Variable, push } from './scope.js';

export interface Holders {
  /** The variable that a function declaration makes. */
  readonly declared: ReadonlyMap<FunctionNode, Variable>;
  /** Variables that are given a value whole, by name. */
  readonly named: ReadonlyMap<string, readonly Variable[]>;
  /** Variables that are taken out of something, by the property that they are taken from: `const { list: all } = users` under `list`. */
  readonly taken: ReadonlyMap<string, readonly Variable[]>;
  /** Those that may be anything: an element of a list, a property whose name is not in sight, one with a default, one of what a call gives. */
  readonly takenAnyhow: readonly Variable[];
  /** Under which properties what a name means is put into objects, itself or handed to a call: of `{ all: wrap(list) }` `all` under `list`. */
  readonly putUnder: ReadonlyMap<string, readonly string[]>;
  /** Variables that are imported or required, also where a function does so when it needs them, by the name that the other file exports; a whole module counts as `default`. */
  readonly imported: ReadonlyMap<string, readonly Variable[]>;
  /** Modules that are handed to a call: `router.get('/', require('./list'))`. */
  readonly requiredInPlace: readonly CallExpression[];
}

const known = new WeakMap<Bindings, Holders>();

export function holdersOf(bindings: Bindings): Holders {
  let holders = known.get(bindings);
  if (!holders) {
    holders = read(bindings);
    known.set(bindings, holders);
  }
  return holders;
}

function read(bindings: Bindings): Holders {
  const declared = new Map<FunctionNode, Variable>();
  const named = new Map<string, Variable[]>();
  const taken = new Map<string, Variable[]>();
  const takenAnyhow: Variable[] = [];
  const imported = new Map<string, Variable[]>();
  for (const scope of bindings.scopes.values()) {
    for (const variable of scope.variables.values()) {
      const [first] = variable.definitions;
      if (first?.kind === 'function') declared.set(first.node, variable);
      else if (first?.kind === 'value' && first.binding.path.length > 0) {
        const property = propertyTaken(bindings, variable);
        if (property === undefined) takenAnyhow.push(variable);
        else push(taken, property, variable);
      } else if (first?.kind === 'value') push(named, variable.name, variable);
      const name = first && importedName(bindings, first);
      if (name !== undefined) push(imported, name, variable);
    }
  }
  const requiredInPlace = bindings.calls.filter((call): call is CallExpression => call.type === 'CallExpression' && isCall(parentOf(wrapped(call))) && requiredSource(bindings, call) !== undefined);
  return { declared, named, taken, takenAnyhow, putUnder: puttings(bindings), imported, requiredInPlace };
}

/** The one property that a variable can have come from; `undefined` where it may be something else as well. */
function propertyTaken(bindings: Bindings, { definitions: [first, ...more] }: Variable): string | undefined {
  if (first?.kind !== 'value' || first.binding.fallback || first.binding.rest || more.length > 0) return undefined;
  const from = unwrap(first.from);
  const made = from.type === 'AwaitExpression' ? unwrap(from.argument) : from;
  // What a function gives may have what it was handed under any name: `const { handler } = guarded(list)`.
  if (isCall(made) && requiredSource(bindings, made) === undefined) return undefined;
  const property = first.binding.path.at(-1);
  return property === '*' || /^\d+$/.test(property ?? '') ? undefined : property;
}

function puttings(bindings: Bindings): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const put = (key: string | undefined, value: Node): void => {
    if (key === undefined) return;
    const inner = unwrap(value as Expression);
    if (inner.type === 'Identifier') push(found, inner.name, key);
    else if (isCall(inner)) for (const argument of argumentsOf(inner)) if (argument.type === 'Identifier') push(found, argument.name, key);
  };
  for (const object of bindings.nodes.get('ObjectExpression') ?? []) {
    if (object.type === 'ObjectExpression') for (const property of object.properties) if (property.type === 'Property') put(keyName(property.key, property.computed), property.value);
  }
  for (const node of bindings.nodes.get('AssignmentExpression') ?? []) {
    const member = node.type === 'AssignmentExpression' ? asMember(node.left) : undefined;
    if (member && node.type === 'AssignmentExpression') put(propertyName(member), node.right);
  }
  return found;
}

/** The name under which another file exports what a variable is: by an import, or a `require`. */
function importedName(bindings: Bindings, definition: Variable['definitions'][number]): string | undefined {
  if (definition.kind === 'import') return definition.imported === '*' ? 'default' : definition.imported;
  if (definition.kind !== 'value') return undefined;
  const [property] = definition.binding.path;
  // `require('./users').find`
  const member = property === undefined ? asMember(definition.from) : undefined;
  if (member) return requiredSource(bindings, member.object) === undefined ? undefined : propertyName(member);
  return isLoaded(bindings, definition.from) ? (property ?? 'default') : undefined;
}

/** `require('./users')`, `await import('./users')` */
function isLoaded(bindings: Bindings, node: Expression): boolean {
  const inner = unwrap(node);
  return inner.type === 'AwaitExpression' ? unwrap(inner.argument).type === 'ImportExpression' : requiredSource(bindings, inner) !== undefined;
}
