/** What an expression turns out to be. */
import type { Library, Member } from '#catalog';
import type { Call, ClassNode, Expression, FunctionNode, Node, ObjectExpression } from '../syntax/ast.js';
import { typeField } from '../match/catalogue.js';
import type { Module } from '../modules/parse.js';

/** One call along a builder's chain, from the client outwards. */
export interface Step {
  readonly name: string;
  readonly member: Member;
  readonly call: Call;
}

/** The model or table a value stands for. */
export interface Model {
  readonly name: string;
  /** The app's class, where the model is one. */
  readonly class?: ClassNode | undefined;
  /** The call that defines it: `mongoose.model('User', schema)`, `sequelize.define(…)`; or the object that a file of its name exports. */
  readonly defined?: Call | ObjectExpression | undefined;
}

/** A value of a catalogued type: a client, a model, a query builder, a request, a hash … */
export interface LibraryValue {
  readonly kind: 'library';
  readonly library: Library;
  readonly type: string;
  readonly model?: Model | undefined;
  /** The calls that made this builder; empty for anything that is no builder. */
  readonly steps: readonly Step[];
  /** An array of such values. */
  readonly many?: boolean;
  /** Only what the app has put there below this path of names: `server.methods.users`. */
  readonly below?: string;
  /** An object of the app whose functions were put on it: `repository.extend({ … })`. */
  readonly extendedBy?: ObjectExpression | undefined;
  /** Of a framework's value, the type of the app's own by which it is declared, with more on it: `interface AppContext extends Context { db: Knex }`. */
  readonly declared?: Node | undefined;
  /** Known by an import or a type, not by shape and naming. */
  readonly certain: boolean;
}

/** A function (or other member) of a library, not called yet. */
export interface MemberValue {
  readonly kind: 'member';
  readonly library: Library;
  readonly member: Member;
  readonly name: string;
  readonly receiver: LibraryValue | undefined;
  readonly certain: boolean;
}

export type Value =
  | LibraryValue
  | MemberValue
  | { readonly kind: 'function'; readonly fn: FunctionNode }
  | { readonly kind: 'class'; readonly node: ClassNode }
  /** An instance of a class or of a constructor function of the app. */
  | { readonly kind: 'instance'; readonly of: ClassNode | FunctionNode }
  | { readonly kind: 'object'; readonly node: ObjectExpression }
  | { readonly kind: 'array'; readonly elements: readonly (Expression | null)[] }
  /** An array all of whose elements come from this. */
  | { readonly kind: 'list'; readonly element: Value }
  /** A key or a position, and what stands there: an element of `Object.entries(x)`, of `rows.entries()`, of a `Map`. */
  | { readonly kind: 'entry'; readonly value: Value }
  | { readonly kind: 'module'; readonly module: Module }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'caught' }
  /** Something that is known to be nothing of the catalogue's: another package's, the app's own abstraction, plain data. */
  | { readonly kind: 'foreign'; readonly declared?: Node | undefined }
  | { readonly kind: 'unknown' };

/** The model that a class of the app is. */
export function modelOfClass(node: ClassNode): Model & { readonly class: ClassNode } {
  return { name: node.id?.name ?? 'model', class: node };
}

/** The model that a value is; `undefined` for anything else. */
export function modelOfValue(value: Value): Model | undefined {
  if (value.kind === 'class') return modelOfClass(value.node);
  return value.kind === 'library' ? value.model : undefined;
}

export const UNKNOWN: Value = { kind: 'unknown' };
export const FOREIGN: Value = { kind: 'foreign' };

/** The first value that says something; one that is only likely gives way to one that is not. */
export function firstKnown(values: Iterable<Value>): Value {
  let weak: Value = UNKNOWN;
  for (const value of values) {
    if (value.kind === 'unknown') continue;
    const likely = (value.kind === 'library' || value.kind === 'member') && !value.certain;
    if (!likely && value.kind !== 'foreign' && !isNothing(value)) return value;
    if (weak.kind === 'unknown' || (likely && (weak.kind === 'foreign' || isNothing(weak)))) weak = value;
  }
  return weak;
}

/** The first value that says something, as far as the others do not say something else: a model among several is none, and a text is just some text. */
export function agreedOn(values: readonly Value[]): Value {
  const first = firstKnown(values);
  if (first.kind === 'literal') return values.some((other) => other.kind === 'literal' && other.value !== first.value) ? FOREIGN : first;
  if (first.kind !== 'library' || !first.model) return first;
  const { library, type, model } = first;
  return values.some((other) => other.kind === 'library' && other.library === library && other.type === type && other.model?.name !== model.name) ? { ...first, model: undefined } : first;
}

/** `null`, `[]`: what stands for there being none. */
function isNothing(value: Value): boolean {
  return (value.kind === 'literal' && value.value === null) || (value.kind === 'array' && value.elements.length === 0);
}

/** One element of a collection; of anything else, the value itself says nothing. */
export function elementOf(value: Value): Value {
  if (value.kind === 'library') return value.many ? { ...value, many: false } : rowOf(value);
  if (value.kind === 'list') return value.element;
  return value.kind === 'foreign' ? FOREIGN : UNKNOWN;
}

/** What a cursor gives: rows that are there as it is run through. A builder's rows come when it is awaited. */
function rowOf(value: LibraryValue): Value {
  const row = typeField(value.library, value.type, 'lazy') === undefined ? typeField(value.library, value.type, 'row') : undefined;
  return row === undefined ? UNKNOWN : { ...value, type: row, steps: [] };
}

export function listOf(value: Value): Value {
  if (value.kind === 'unknown' || value.kind === 'foreign') return value;
  return value.kind === 'library' ? { ...value, many: true } : { kind: 'list', element: value };
}
