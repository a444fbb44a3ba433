/** Which variables of a file may hold a function that is looked for: told by their declarations alone, once a file. */
import { type CallExpression, type FunctionNode, asMember, isCall, parentOf, wrapped } from '../syntax/ast.js';
import { propertyName } from '../syntax/names.js';
import { requiredSource } from './exports.js';
import { type Bindings, type Variable, push } from './scope.js';

export interface Holders {
  /** The variable that a function declaration makes. */
  readonly declared: ReadonlyMap<FunctionNode, Variable>;
  /** Variables that are given a value whole, by name. */
  readonly named: ReadonlyMap<string, readonly Variable[]>;
  /** Variables that are taken out of something: `const { list } = users`. */
  readonly taken: readonly Variable[];
  /** Variables at the top that are imported or required, by the name that the other file exports; a whole module counts as `default`. */
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
  const taken: Variable[] = [];
  const imported = new Map<string, Variable[]>();
  for (const [node, scope] of bindings.scopes) {
    for (const variable of scope.variables.values()) {
      const [first] = variable.definitions;
      if (first?.kind === 'function') declared.set(first.node, variable);
      else if (first?.kind === 'value' && first.binding.path.length > 0) taken.push(variable);
      else if (first?.kind === 'value') push(named, variable.name, variable);
      if (node.type !== 'Program' || !first) continue;
      const name = importedName(bindings, first);
      if (name !== undefined) push(imported, name, variable);
    }
  }
  const requiredInPlace = bindings.calls.filter((call): call is CallExpression => call.type === 'CallExpression' && isCall(parentOf(wrapped(call))) && requiredSource(bindings, call) !== undefined);
  return { declared, named, taken, imported, requiredInPlace };
}

/** The name under which another file exports what a variable is: by an import, or a `require`. */
function importedName(bindings: Bindings, definition: Variable['definitions'][number]): string | undefined {
  if (definition.kind === 'import') return definition.imported === '*' ? 'default' : definition.imported;
  if (definition.kind !== 'value') return undefined;
  const [property] = definition.binding.path;
  // `require('./users').find`
  const member = property === undefined ? asMember(definition.from) : undefined;
  if (member) return requiredSource(bindings, member.object) === undefined ? undefined : propertyName(member);
  return requiredSource(bindings, definition.from) === undefined ? undefined : (property ?? 'default');
}
