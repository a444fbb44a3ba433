/** Which columns of a row a query gives, and which related rows come along. */
import type { Slot } from '#catalog';
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeOf, isCall, isFunction, unwrap } from '../syntax/ast.js';
import { keyName, lastName, objectProperty, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import type { Model, Value } from '../flow/value.js';
import { type Query, slotNodes } from './queries.js';

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
  /** Something was asked for. */
  asked: boolean;
}

function noNames(): Names {
  return { only: new Set(), without: new Set(), added: new Set(), all: false, opaque: false, asked: false };
}

function columnsOf({ only, without, added, all, opaque, asked }: Names): Columns {
  return { only: only.size > 0 && !all && asked ? only : undefined, without, added, opaque };
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
  if (omitted.opaque || isScoped(analysis, query)) names.opaque = true;
  return columnsOf(names);
}

/** `User.scope('public').findAll()`: what a scope leaves of the columns is said where it is declared. */
function isScoped(analysis: Analysis, query: Query): boolean {
  for (let object = asMember(calleeOf(query.call))?.object; object; ) {
    const inner = unwrap(object);
    if (!isCall(inner)) return false;
    if (memberOfCall(analysis, inner)?.member.reshapes) return true;
    object = asMember(calleeOf(inner))?.object;
  }
  return false;
}

/** The related rows that a query loads. */
export function relationsOfQuery(analysis: Analysis, query: Query): Related[] {
  return query.steps.flatMap(({ call, member }) =>
    [...(member.query?.relations ?? []), ...(member.step?.relations ?? [])].flatMap((slot) =>
      given(analysis, call, slot).flatMap((node) => {
        const found = relationsIn(analysis, node);
        // `populate('author', 'name')`
        const second = slot.length === 1 && !isFunction(argumentsOf(call)[1]) ? argumentsOf(call)[1] : undefined;
        const columns = second && member.step?.relations && /^\w+$/.test(staticString(node) ?? '') ? readColumns(analysis, second) : undefined;
        return columns ? found.map((each) => ({ ...each, columns })) : found;
      }),
    ),
  );
}

/** What stands in a slot; options that cannot be read count as something that cannot be read. */
function given(analysis: Analysis, call: Call, slot: Slot): Node[] {
  const found = slotNodes(analysis, call, slot);
  if (found.length > 0 || slot.length === 1) return found;
  const argument = argumentsOf(call)[slot[0] < 0 ? argumentsOf(call).length + slot[0] : slot[0]];
  if (!argument) return [];
  if (argument.type === 'SpreadElement') return [argument];
  return isReadable(analysis, argument as Expression, slot[1] ?? '') ? [] : [argument];
}

/** Can it be told that an options argument has no such key? */
function isReadable(analysis: Analysis, node: Expression, key: string): boolean {
  const inner = unwrap(node);
  if (inner.type === 'ObjectExpression') return objectProperty(inner, key) !== undefined || inner.properties.every((each) => each.type === 'Property' || isReadable(analysis, each.argument, key));
  if (inner.type === 'ConditionalExpression') return isReadable(analysis, inner.consequent, key) && isReadable(analysis, inner.alternate, key);
  if (inner.type === 'LogicalExpression') return isReadable(analysis, inner.right, key);
  const value = analysis.valueOf(inner);
  if (value.kind === 'object') return isReadable(analysis, value.node, key);
  return value.kind === 'literal' || value.kind === 'array' || value.kind === 'list' || /^(?:id|_id|\w*Id|email|slug|pk|uuid)$/.test(lastName(inner) ?? '');
}

function merge(into: Names, from: Names): void {
  for (const name of from.only) into.only.add(name);
  for (const name of from.without) into.without.add(name);
  for (const name of from.added) into.added.add(name);
  into.all ||= from.all;
  into.opaque ||= from.opaque;
  into.asked ||= from.asked;
}

function readColumns(analysis: Analysis, node: Node): Columns {
  const names = noNames();
  readNames(analysis, node, names);
  return columnsOf(names);
}

/** Reads a list, a text or an object of flags. */
function readNames(analysis: Analysis, node: Node, into: Names): void {
  if (node.type === 'SpreadElement') {
    readNames(analysis, node.argument, into);
    return;
  }
  const inner = unwrap(node as Expression);
  const text = staticString(inner);
  if (text !== undefined) readText(text, into);
  else if (inner.type === 'ArrayExpression') {
    into.asked = true;
    for (const element of inner.elements) {
      if (!element) continue;
      const each = element.type === 'SpreadElement' ? element : unwrap(element);
      // `[fn('COUNT', col('id')), 'total']`: a column that is worked out.
      if (each.type === 'ArrayExpression') readText(staticString(each.elements.at(-1)) ?? '', into);
      else if (each.type === 'MemberExpression') readText(lastName(each) ?? '', into);
      else if (isCall(each) && each.type !== 'NewExpression') continue;
      else readNames(analysis, each, into);
    }
  } else if (inner.type === 'ObjectExpression') readFlags(analysis, inner, into);
  else if (inner.type === 'Identifier' && inner.name === 'undefined') return;
  else if (inner.type === 'Literal' && inner.value === null) return;
  else readValue(analysis, analysis.valueOf(inner), inner, into);
}

function readValue(analysis: Analysis, value: Value, node: Node, into: Names): void {
  if (value.kind === 'literal' && typeof value.value === 'string') readText(value.value, into);
  else if (value.kind === 'literal' && value.value === null) return;
  else if (value.kind === 'object' && value.node !== node) readFlags(analysis, value.node, into);
  else if (value.kind === 'array') {
    into.asked = true;
    for (const element of value.elements) if (element) readNames(analysis, element, into);
  } else into.opaque = true;
}

/** `name email`, `-password`, `+password`, `users.name`, `name as title`, `*` */
function readText(text: string, into: Names): void {
  into.asked = true;
  const words = text.includes(',') ? text.split(',') : / as /i.test(text) ? [text] : text.split(/\s+/);
  for (const word of words.map((each) => each.trim().split(/\s+as\s+/i)[0]?.trim() ?? '')) {
    const name = word.replace(/^[-+]/, '').split('.').at(-1)?.replace(/["'`]/g, '') ?? '';
    if (name === '') continue;
    if (name === '*') into.all = true;
    else if (word.startsWith('-')) into.without.add(name);
    else if (word.startsWith('+')) into.added.add(name);
    else into.only.add(name);
  }
}

/** `{ id: true, name: 1 }`, `{ password: false }`, `{ id: users.id }` */
function readFlags(analysis: Analysis, object: Extract<Node, { type: 'ObjectExpression' }>, into: Names): void {
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
    // `password: includePassword`: who asks for it cannot be told.
    else if (isOpenFlag(analysis, value)) into.asked = true;
    // An object that says which to leave out is no list of columns.
    else if (value.type !== 'ArrayExpression' || !['exclude', 'include'].includes(name)) {
      into.asked = true;
      into.only.add(name);
    }
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
  if (depth > 5 || node.type === 'SpreadElement') return [];
  const inner = unwrap(node as Expression);
  const text = staticString(inner);
  const all: Columns = columnsOf(noNames());
  if (text !== undefined) {
    return text.split(/[\s,[\]]+/).filter((word) => word !== '').map((word) => {
      const path = word.replace(/\([^)]*\)/g, '').split('.');
      return path.reduceRight<Related | undefined>((below, name) => ({ name, ...(below && { aliased: true as const }), model: undefined, columns: all, relations: below ? [below] : [] }), undefined);
    }).filter((each) => each !== undefined);
  }
  if (inner.type === 'ArrayExpression') return inner.elements.flatMap((element) => (element ? relationsIn(analysis, element, depth + 1) : []));
  if (inner.type === 'ObjectExpression') {
    const described = objectProperty(inner, 'model') ?? objectProperty(inner, 'association') ?? objectProperty(inner, 'path');
    if (described) return [describedRelation(analysis, inner, depth)];
    return inner.properties.flatMap((property) => {
      const name = property.type === 'Property' ? keyName(property.key, property.computed) : undefined;
      if (property.type !== 'Property' || name === undefined) return [];
      const value = unwrap(property.value);
      if (value.type === 'Literal' && !value.value) return [];
      return [{ name, model: undefined, ...(value.type === 'ObjectExpression' ? nested(analysis, value, depth) : { columns: value.type === 'Literal' ? all : readColumnsOrNone(analysis, value), relations: [] }) }];
    });
  }
  const value = analysis.valueOf(inner);
  const model = modelIn(value);
  if (model) return [{ name: undefined, model, columns: all, relations: [] }];
  if (value.kind === 'object' && value.node !== (inner as Node)) return relationsIn(analysis, value.node, depth + 1);
  if (value.kind === 'array') return value.elements.flatMap((element) => (element ? relationsIn(analysis, element, depth + 1) : []));
  return [];
}

function readColumnsOrNone(analysis: Analysis, node: Expression): Columns {
  const value = analysis.valueOf(node);
  // `author: authorSelect`: options of their own.
  return value.kind === 'object' ? nested(analysis, value.node, 0).columns : { only: new Set(), without: new Set(), added: new Set(), opaque: true };
}

/** Keys under which the options of a relation name its columns, those to leave out, and further relations. */
const COLUMN_KEYS = ['select', 'columns', 'attributes', 'fields'];
const OMIT_KEYS = ['omit', 'exclude'];
const RELATION_KEYS = ['include', 'with', 'relations', 'populate', 'select'];

function nested(analysis: Analysis, options: Extract<Node, { type: 'ObjectExpression' }>, depth: number): Pick<Related, 'columns' | 'relations'> {
  const names = noNames();
  const omitted = noNames();
  if (options.properties.some((each) => each.type === 'SpreadElement')) names.opaque = true;
  for (const key of COLUMN_KEYS) {
    const value = objectProperty(options, key)?.value;
    if (!value) continue;
    readNames(analysis, value, names);
    const excluded = unwrap(value).type === 'ObjectExpression' ? objectProperty(unwrap(value) as typeof options, 'exclude')?.value : undefined;
    if (excluded) readNames(analysis, excluded, omitted);
  }
  for (const key of OMIT_KEYS) {
    const value = objectProperty(options, key)?.value;
    if (value) readNames(analysis, value, omitted);
  }
  for (const name of [...omitted.only, ...omitted.without]) names.without.add(name);
  // `{ author: { posts: true } }`: relations of the relation, with no options between.
  const keys = [...COLUMN_KEYS, ...OMIT_KEYS, ...RELATION_KEYS];
  const isBare = !options.properties.some((each) => each.type === 'Property' && (keys.includes(keyName(each.key, each.computed) ?? '') || /^(?:where|orderBy|take|skip|limit|required|as|separate|through|order|cursor|distinct|extras|match|options|model|path|association)$/.test(keyName(each.key, each.computed) ?? '')));
  const relations = isBare ? relationsIn(analysis, options, depth + 1) : RELATION_KEYS.flatMap((key) => {
    const value = objectProperty(options, key)?.value;
    return value && staticString(value) === undefined ? relationsIn(analysis, value, depth + 1) : [];
  });
  return { columns: columnsOf(names), relations };
}

/** `{ model: User, as: 'author', attributes: ['id'] }`, `{ path: 'author', select: 'name' }` */
function describedRelation(analysis: Analysis, options: Extract<Node, { type: 'ObjectExpression' }>, depth: number): Related {
  const model = objectProperty(options, 'model')?.value;
  const name = staticString(objectProperty(options, 'as')?.value ?? objectProperty(options, 'path')?.value ?? objectProperty(options, 'association')?.value);
  return { name, model: model ? modelIn(analysis.valueOf(model)) : undefined, ...nested(analysis, options, depth) };
}

function modelIn(value: Value): Model | undefined {
  if (value.kind === 'class') return { name: value.node.id?.name ?? 'model', class: value.node };
  return value.kind === 'library' ? value.model : undefined;
}
