/** Which columns of a row a query gives, and which related rows come along. */
import type { Slot } from '#catalog';
import { slotValue } from '../match/slots.js';
import { type Call, type Expression, type Node, type ObjectExpression, argumentsOf, isCall, isFunction, unwrap } from '../syntax/ast.js';
import { keyName, lastName, objectProperty, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { isReshapedBefore } from '../flow/invocation.js';
import { type Model, modelOfValue } from '../flow/value.js';
import { propertiesIn, type Query, slotNodes } from './queries.js';

export interface Columns {
  /** The only ones; `undefined` where all come. */
  readonly only: ReadonlySet<string> | undefined;
  readonly without: ReadonlySet<string>;
  /** Hidden ones that are asked for besides. */
  readonly added: ReadonlySet<string>;
  /** What is asked for cannot be read. */
  readonly opaque: boolean;
}

/** Related rows that come along. */
export interface Related {
  /** The relation's name; `undefined` where only its model is given. */
  readonly name: string | undefined;
  /** Its first name may be what a builder calls the row itself: `article.author`. */
  readonly aliased?: true;
  readonly model: Model | undefined;
  readonly columns: Columns;
  readonly relations: readonly Related[];
}

interface Names {
  readonly only: Set<string>;
  readonly without: Set<string>;
  readonly added: Set<string>;
  all: boolean;
  opaque: boolean;
  /** A list was given, which may be empty or hold only what is worked out. */
  listed: boolean;
}

function noNames(): Names {
  return { only: new Set(), without: new Set(), added: new Set(), all: false, opaque: false, listed: false };
}

function columnsOf({ only, without, added, all, opaque, listed }: Names): Columns {
  const isList = only.size > 0 || (listed && without.size === 0 && added.size === 0);
  return { only: isList && !all ? only : undefined, without, added, opaque };
}

/** The columns that a query gives, as far as its calls say. */
export function columnsOfQuery(analysis: Analysis, query: Query): Columns {
  const names = noNames();
  const omitted = noNames();
  const aliases = new Set(query.steps.flatMap(({ call }) => argumentsOf(call).flatMap((argument) => staticString(argument) ?? [])).filter((text) => /^\w+$/.test(text)));
  for (const { call, member } of query.steps) {
    for (const slot of [...(member.query?.columns ?? []), ...(member.step?.columns ?? [])]) {
      for (const node of given(analysis, call, slot)) {
        if (member.query?.callback && node.type !== 'SpreadElement' && isFunction(unwrap(node as Expression))) continue;
        const read = noNames();
        readNames(analysis, node, read);
        // `createQueryBuilder('user').select('user')`: the whole of it.
        const isAlias = [...read.only].some((name) => aliases.has(name) && query.steps.some((step) => step.call !== call && argumentsOf(step.call).some((argument) => staticString(argument) === name)));
        if (isAlias) read.all = true;
        if (member.step?.adds) for (const name of read.only) names.added.add(name);
        else merge(names, read);
      }
    }
    for (const slot of [...(member.query?.omits ?? []), ...(member.step?.omits ?? [])]) for (const node of given(analysis, call, slot)) readNames(analysis, node, omitted);
  }
  for (const name of [...omitted.only, ...omitted.without]) names.without.add(name);
  if (omitted.opaque || isReshapedBefore(analysis, query.call)) names.opaque = true;
  return columnsOf(names);
}

/** The related rows that a query loads. */
export function relationsOfQuery(analysis: Analysis, query: Query): Related[] {
  return query.steps.flatMap(({ call, member }) =>
    [...(member.query?.relations ?? []), ...(member.step?.relations ?? [])].flatMap((slot) =>
      given(analysis, call, slot).flatMap((node) => {
        const found = relationsIn(analysis, node);
        // `populate('author', 'name')`
        const second = slot.length === 1 && !isFunction(argumentsOf(call)[1]) ? argumentsOf(call)[1] : undefined;
        const columns = second && found.every(({ name, relations }) => name !== undefined && relations.length === 0) ? readColumns(analysis, second) : undefined;
        return columns ? found.map((each) => ({ ...each, columns })) : found;
      }),
    ),
  );
}

/** What stands in a slot; options that cannot be read count as something that cannot be read. */
function given(analysis: Analysis, call: Call, slot: Slot): Node[] {
  const found = slotNodes(analysis, call, slot);
  const [position, key] = slot;
  if (found.length > 0 || key === undefined) return found;
  const argument = slotValue(call, [position]);
  return !argument || isReadable(analysis, argument, key) ? [] : [argument];
}

/** Can it be told that an options argument has no such key? */
function isReadable(analysis: Analysis, node: Node, key: string): boolean {
  if (node.type === 'SpreadElement') return false;
  const inner = unwrap(node as Expression);
  if (inner.type === 'ConditionalExpression') return isReadable(analysis, inner.consequent, key) && isReadable(analysis, inner.alternate, key);
  if (inner.type === 'LogicalExpression') return isReadable(analysis, inner.right, key) && (inner.operator === '&&' || isReadable(analysis, inner.left, key));
  const value = analysis.valueOf(inner);
  if (value.kind === 'object') return objectProperty(value.node, key) !== undefined || value.node.properties.every((each) => each.type === 'Property' || isReadable(analysis, each.argument, key));
  return value.kind === 'literal' || value.kind === 'array' || value.kind === 'list' || /^(?:id|_id|\w*Id|email|slug|pk|uuid)$/.test(String(lastName(inner)));
}

function merge(into: Names, from: Names): void {
  for (const name of from.only) into.only.add(name);
  for (const name of from.without) into.without.add(name);
  for (const name of from.added) into.added.add(name);
  into.all ||= from.all;
  into.opaque ||= from.opaque;
  into.listed ||= from.listed;
}

function readColumns(analysis: Analysis, node: Node): Columns {
  const names = noNames();
  readNames(analysis, node, names);
  return columnsOf(names);
}

/** Reads a list, a text or an object of flags. */
function readNames(analysis: Analysis, node: Node, into: Names): void {
  const inner = unwrap((node.type === 'SpreadElement' ? node.argument : node) as Expression);
  const value = analysis.valueOf(inner);
  if (inner.type === 'ArrayExpression') readList(analysis, inner.elements, into);
  else if (value.kind === 'array') readList(analysis, value.elements, into);
  else if (value.kind === 'object') readFlags(analysis, value.node, into);
  else if (value.kind === 'literal' && typeof value.value === 'string') readText(value.value, into);
  else if (value.kind !== 'literal' || value.value !== null) into.opaque = true;
}

function readList(analysis: Analysis, elements: readonly (Node | null)[], into: Names): void {
  into.listed = true;
  for (const element of elements.filter((each) => each !== null)) {
    const each = unwrap(element as Expression);
    // `[fn('COUNT', col('id')), 'total']`: a column that is worked out, by its name.
    if (each.type === 'ArrayExpression') for (const name of each.elements.slice(1)) readList(analysis, [name], into);
    else if (!isCall(each)) readNames(analysis, element, into);
  }
}

/** `name email`, `-password`, `+password`, `users.name`, `name as title`, `*` */
function readText(text: string, into: Names): void {
  const words = text.includes(',') ? text.split(',') : / as /i.test(text) ? [text] : text.split(/\s+/);
  for (const word of words.map((each) => each.trim().replace(/\sas\s.*$/is, '').trimEnd()).filter((each) => each !== '')) {
    const name = word.replace(/^[-+]/, '').replace(/^.*\./s, '').replace(/["'`]/g, '');
    if (name === '*') into.all = true;
    else if (word.startsWith('-')) into.without.add(name);
    else if (word.startsWith('+')) into.added.add(name);
    else into.only.add(name);
  }
}

/** `{ id: true, name: 1 }`, `{ password: false }`, `{ id: users.id }` */
function readFlags(analysis: Analysis, object: ObjectExpression, into: Names): void {
  for (const property of object.properties) {
    if (property.type === 'SpreadElement') {
      const value = analysis.valueOf(property.argument);
      if (value.kind === 'object') readFlags(analysis, value.node, into);
      else into.opaque = true;
      continue;
    }
    const name = keyName(property.key, property.computed);
    const value = unwrap(property.value);
    if (name === undefined) into.opaque = true;
    else if (value.type === 'Literal' && (value.value === false || value.value === 0)) into.without.add(name);
    // An object that says which to leave out is no list of columns.
    else if (['exclude', 'include'].includes(name) && value.type !== 'Literal') continue;
    // `password: includePassword`: who asks for it cannot be told.
    else if (isOpenFlag(analysis, value)) into.listed = true;
    else into.only.add(name);
  }
}

/** A flag that is worked out, and may well be off. */
function isOpenFlag(analysis: Analysis, value: Expression): boolean {
  if (['ConditionalExpression', 'LogicalExpression', 'UnaryExpression', 'BinaryExpression'].includes(value.type)) return true;
  if (value.type !== 'Identifier') return false;
  const known = analysis.valueOf(value);
  return known.kind !== 'object' && known.kind !== 'library' && !(known.kind === 'literal' && known.value === true);
}

/** `{ author: true, comments: { include: … } }`, `['author', 'comments.user']`, `[{ model: User }]`, `[User]`, `'article.author'` */
function relationsIn(analysis: Analysis, node: Node, depth = 0): Related[] {
  if (depth > DEEPEST) return [];
  const inner = unwrap((node.type === 'SpreadElement' ? node.argument : node) as Expression);
  const value = analysis.valueOf(inner);
  if (value.kind === 'literal' && typeof value.value === 'string') return relationsNamed(value.value);
  const elements = inner.type === 'ArrayExpression' ? inner.elements : value.kind === 'array' ? value.elements : [];
  if (elements.length > 0) return elements.filter((each) => each !== null).flatMap((element) => relationsIn(analysis, element, depth + 1));
  if (value.kind === 'object') return relationsOfObject(analysis, value.node, depth);
  const model = modelOfValue(value);
  return model ? [{ name: undefined, model, columns: columnsOf(noNames()), relations: [] }] : [];
}

/** Relations that options lead through; options may name each other. */
const DEEPEST = 5;

/** `author comments.user`, `[author, comments(newest)]` */
function relationsNamed(text: string): Related[] {
  return text.split(/[\s,[\]]+/).filter((word) => word !== '').flatMap((word) =>
    word.replace(/\([^()]*\)/g, '').split('.').reduceRight<Related[]>((below, name) => [{ name, ...(below.length > 0 && { aliased: true as const }), model: undefined, columns: columnsOf(noNames()), relations: below }], []),
  );
}

function relationsOfObject(analysis: Analysis, object: ObjectExpression, depth: number): Related[] {
  if (['model', 'association', 'path'].some((key) => objectProperty(object, key))) return [describedRelation(analysis, object, depth)];
  return object.properties.flatMap((property): Related[] => {
    if (property.type === 'SpreadElement') return relationsIn(analysis, property, depth + 1);
    const name = keyName(property.key, property.computed);
    const value = analysis.valueOf(property.value);
    if (name === undefined || (value.kind === 'literal' && !value.value)) return [];
    if (value.kind === 'object') return [{ name, model: undefined, ...nested(analysis, value.node, depth) }];
    return [{ name, model: undefined, columns: { ...columnsOf(noNames()), opaque: value.kind !== 'literal' }, relations: [] }];
  });
}

/** Keys under which the options of a relation name its columns, those to leave out, and further relations. */
const COLUMN_KEYS = ['select', 'columns', 'attributes', 'fields'];
const OMIT_KEYS = ['omit', 'exclude'];
const RELATION_KEYS = ['include', 'with', 'relations', 'populate', 'select'];
/** Keys of further options, which no relation is called by. */
const OTHER_KEYS = ['where', 'orderBy', 'take', 'skip', 'limit', 'required', 'as', 'separate', 'through', 'order', 'cursor', 'distinct', 'extras', 'match', 'options', 'model', 'path', 'association'];

function nested(analysis: Analysis, options: ObjectExpression, depth: number): Pick<Related, 'columns' | 'relations'> {
  const names = noNames();
  const omitted = noNames();
  if (options.properties.some((each) => each.type === 'SpreadElement')) names.opaque = true;
  for (const key of COLUMN_KEYS) {
    const value = objectProperty(options, key)?.value;
    if (!value) continue;
    readNames(analysis, value, names);
    for (const excluded of propertiesIn(analysis, value, ['exclude'])) readNames(analysis, excluded, omitted);
  }
  for (const key of OMIT_KEYS) {
    const value = objectProperty(options, key)?.value;
    if (value) readNames(analysis, value, omitted);
  }
  for (const name of [...omitted.only, ...omitted.without]) names.without.add(name);
  // `{ author: { posts: true } }`: relations of the relation, with no options between.
  const isBare = ![...COLUMN_KEYS, ...OMIT_KEYS, ...RELATION_KEYS, ...OTHER_KEYS].some((key) => objectProperty(options, key));
  const relations = isBare ? relationsIn(analysis, options, depth + 1) : RELATION_KEYS.flatMap((key) => {
    const value = objectProperty(options, key)?.value;
    return value && staticString(value) === undefined ? relationsIn(analysis, value, depth + 1) : [];
  });
  return { columns: columnsOf(names), relations };
}

/** `{ model: User, as: 'author', attributes: ['id'] }`, `{ path: 'author', select: 'name' }` */
function describedRelation(analysis: Analysis, options: ObjectExpression, depth: number): Related {
  const model = objectProperty(options, 'model')?.value;
  const name = staticString(objectProperty(options, 'as')?.value ?? objectProperty(options, 'path')?.value ?? objectProperty(options, 'association')?.value);
  return { name, model: model ? modelOfValue(analysis.valueOf(model)) : undefined, ...nested(analysis, options, depth) };
}
