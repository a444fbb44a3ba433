/** What a filter says of how many rows are left. */
import { slotValue } from '../match/slots.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeOf, isCall, isClass, unwrap } from '../syntax/ast.js';
import { keyName, lastName, objectProperty, textOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { spelledOut } from '../flow/spelled.js';
import { memberOfCall } from '../flow/invocation.js';
import { definitionOf } from './fields.js';
import type { Query } from './queries.js';

const UNIQUE = /^(?:_?id|uuid|slug|email|username|user_?name|token|key|code|ids|handle|hash)$/i;
const PARENT = /(?:Id|_id|Ids|_ids)$|(?<!first|last|full|middle|display|given|family|nick)(?:_name|(?<=[a-z])Name)$/;
const TENANT = /^(?:tenant|org|organi[sz]ation|workspace|company)/i;
const OWNER = /^(?:user|owner|author|customer|account|created_?by|parent|child|post|order|article|project)$/i;

/** A unique key, a parent's or owner's id, or a list of ids in the filter; rows that belong to the one that they are asked of. */
export function isKeptSmall(analysis: Analysis, query: Query, checkFiltered: boolean): boolean {
  if (!checkFiltered && query.rows === 'many' && query.steps.some(({ member }) => member.query?.ofRow)) return true;
  return [...query.narrowing.flatMap((filter) => filterKeys(analysis, filter as Expression)), ...sqlKeys(query.sql)].some((key) => key === '?' || UNIQUE.test(key) || (!checkFiltered && (((PARENT.test(key) || isPartOf(query, key) || isReference(analysis, query, key)) && !TENANT.test(key)) || OWNER.test(key))));
}

/** `feature` in `feature_lifecycles`: the column names what the rows are parts of. */
function isPartOf(query: Query, key: string): boolean {
  const [column, table] = [key, query.model?.name ?? ''].map((name) => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase());
  return column !== undefined && !KIND.test(column) && (table?.startsWith(`${column}_`) ?? false);
}

/** Does a field hold the id of another document: `parcel: { type: ObjectId, ref: 'Parcel' }`? */
function isReference(analysis: Analysis, query: Query, key: string): boolean {
  const definition = query.model && definitionOf(analysis, query.model, query.node);
  const module = definition && moduleOf(definition);
  const fields = definition && isCall(definition) ? memberOfCall(analysis, definition)?.member.defines?.fields : undefined;
  const given = fields && slotValue(definition as Call, fields);
  const schema = given && given.type !== 'SpreadElement' ? spelledOut(given as Expression) : undefined;
  const object = schema && isCall(schema) ? argumentsOf(schema)[0] : schema;
  const field = object?.type === 'ObjectExpression' ? objectProperty(object, key)?.value : isClass(definition) ? definition.body.body.find((member) => member.type === 'PropertyDefinition' && keyName(member.key, member.computed) === key) : undefined;
  return module !== undefined && field !== undefined && /\bObjectId\b/.test(module.text.slice(field.start, field.end));
}

/** Many rows are of one kind. */
const KIND = /^(?:type|status|state|kind)$/;

/** The columns that a statement's `WHERE` compares for equality; none where alternatives widen it. */
function sqlKeys(sql: string | undefined): string[] {
  const where = /\bwhere\b([\s\S]*?)(?:\b(?:group|order)\s+by\b|$)/i.exec(sql ?? '')?.[1] ?? '';
  return /\bor\b/i.test(where) ? [] : [...where.matchAll(/\b(\w+)["`\]]?\s*(?:=|\bin\b)/gi)].map((match) => match[1] ?? '');
}

/** The column names of a filter; `?` for a part that cannot be read. */
export function filterKeys(analysis: Analysis, filter: Expression, depth = 0): string[] {
  const inner = unwrap(filter);
  if (depth > 4) return [];
  if (inner.type === 'ObjectExpression') {
    return inner.properties.flatMap((property) => {
      if (property.type === 'SpreadElement') return filterKeys(analysis, property.argument, depth + 1);
      const key = keyName(property.key, property.computed);
      if (key === undefined) return ['?'];
      if (/^(?:AND|\$and|where|some|is|every)$/.test(key)) return [key, ...filterKeys(analysis, property.value, depth + 1)];
      if (key === 'OR' || key === '$or') return isListLookup(analysis, property.value, depth) ? ['id'] : [];
      const related = unwrap(property.value);
      // Rows that belong to some row of another table: `{ users: { some: { userId } } }`.
      if (related.type === 'ObjectExpression' && related.properties.some((each) => each.type === 'Property' && /^(?:some|is|every)$/.test(keyName(each.key, each.computed) ?? ''))) return [key, ...filterKeys(analysis, related, depth + 1)];
      // `{ link: { in: [...rowsByLink.keys()] } }`: as many rows as there are keys in hand.
      if (isListOfKeys(related)) return ['ids'];
      return key === 'NOT' || key === '$nor' || isLoose(property.value) ? [] : key === '$where' || key === '$expr' ? ['?'] : [key];
    });
  }
  if (inner.type === 'ArrayExpression') return inner.elements.flatMap((element) => (element ? (element.type === 'SpreadElement' ? ['?'] : filterKeys(analysis, element, depth + 1)) : []));
  const condition = isCall(inner) ? memberOfCall(analysis, inner)?.member.condition : undefined;
  if (condition === 'loose') return [];
  if (condition === 'all') return argumentsOf(inner as Call).flatMap((argument) => (argument.type === 'SpreadElement' ? ['?'] : filterKeys(analysis, argument as Expression, depth + 1)));
  if (condition) return [lastName(slotValue(inner as Call, condition)) ?? '?'];
  const value = analysis.valueOf(inner);
  if (value.kind === 'object') return filterKeys(analysis, value.node, depth + 1);
  const text = textOf(inner);
  if (text !== undefined) return text.match(/\b\w+(?=\s*(?:=|in\b|IN\b))/g) ?? (/^(?:[\w?"`]+\.)*["`]?(\w+)["`]?$/.exec(text)?.slice(1) ?? []);
  return inner.type === 'Literal' || (inner.type === 'Identifier' && inner.name === 'undefined') ? [] : ['?'];
}

/** `{ in: rows.map((row) => row.link) }`, `{ $in: [...new Set(links)] }`: values that other rows gave. */
function isListOfKeys(node: Expression): boolean {
  const list = node.type === 'ObjectExpression' ? node.properties.find((each) => each.type === 'Property' && /^\$?in$/.test(keyName(each.key, each.computed) ?? '')) : undefined;
  const inner = list?.type === 'Property' ? spelledOut(list.value) : undefined;
  if (inner?.type === 'ArrayExpression') return inner.elements.length === 1 && inner.elements[0]?.type === 'SpreadElement';
  return inner !== undefined && isCall(inner) && asMember(calleeOf(inner)) !== undefined && ['map', 'flatMap', 'from', 'keys'].includes(lastName(calleeOf(inner)) ?? '');
}

/** `{ not: id }`, `{ $gt: id }`: a comparison that leaves most rows. */
function isLoose(node: Node): boolean {
  const inner = unwrap(node as Expression);
  return inner.type === 'ObjectExpression' && inner.properties.length > 0 && inner.properties.every((property) => property.type === 'Property' && /^(?:not|notIn|isNot|\$?(?:ne|nin|gte?|lte?|exists))$/.test(keyName(property.key, property.computed) ?? ''));
}

/** `OR: keys.map((key) => ({ key }))`, or alternatives that each name a key. */
function isListLookup(analysis: Analysis, node: Expression, depth: number): boolean {
  const inner = unwrap(node);
  if (inner.type === 'ArrayExpression') return inner.elements.every((element) => element !== null && element.type !== 'SpreadElement' && filterKeys(analysis, element, depth + 1).some((key) => UNIQUE.test(key) || PARENT.test(key)));
  return isCall(inner) && lastName(calleeOf(inner)) === 'map';
}
