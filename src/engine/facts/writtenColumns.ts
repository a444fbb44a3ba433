/** The columns that a write sets, one by one, and the table that it sets them in. */
import { referencesOf, variableOf } from '../binding/scope.js';
import { moduleOf } from '../modules/parse.js';
import { type Expression, type Node, argumentsOf, asMember, parentOf, unwrap } from '../syntax/ast.js';
import { keyName, objectProperty, propertyName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { spelledOut } from '../flow/spelled.js';
import { propertiesIn, type Query, tableIn } from './queries.js';

/** A column and its new value. */
export interface Column {
  readonly name: string;
  readonly value: Expression;
}

/** The columns that a write names, each with its value: out of objects, `$set`, a builder's `set(column, value)`, and the `SET` of a statement. None where it names none. */
export function columnsOf(analysis: Analysis, query: Query): Column[] {
  if (query.sql !== undefined) return statementColumns(analysis, query, query.sql);
  const named = query.steps.flatMap((step) => {
    const [column, value] = argumentsOf(step.call);
    const name = (step.member.step?.data ?? step.member.query?.data) && column ? staticString(column) : undefined;
    return name !== undefined && value && value.type !== 'SpreadElement' ? [{ name, value: value as Expression }] : [];
  });
  return [...named, ...query.data.flatMap((data) => objectColumns(data as Expression))];
}

/** The properties of an object, those that are put into it later, and those of what it spreads; in place of `$set` and `{ set: x }`, what they hold. */
export function objectColumns(node: Expression, depth = 0): Column[] {
  const inner = unwrap(node);
  if (depth > 4) return [];
  if (inner.type === 'ConditionalExpression') return [inner.consequent, inner.alternate].flatMap((each) => objectColumns(each, depth + 1));
  if (inner.type === 'ArrayExpression') return inner.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? objectColumns(element, depth + 1) : []));
  if (inner.type === 'Identifier') {
    const { bindings } = moduleOf(inner);
    const variable = variableOf(bindings, inner);
    // Only an object that is made here gets its columns one by one; a row that is changed is another matter.
    const made = (variable?.definitions ?? []).flatMap((definition) => (definition.kind === 'value' && definition.binding.path.length === 0 && unwrap(definition.from).type === 'ObjectExpression' ? [definition.from] : []));
    if (!variable || made.length === 0) return [];
    const whole = made.flatMap((object) => objectColumns(object, depth + 1));
    const later = referencesOf(bindings, variable).flatMap((reference) => {
      const member = asMember(parentOf(reference));
      const name = member?.object === reference ? propertyName(member) : undefined;
      const holder = member && parentOf(member);
      return name !== undefined && holder?.type === 'AssignmentExpression' && holder.left === member && holder.operator === '=' ? [{ name, value: holder.right }] : [];
    });
    return [...whole, ...later];
  }
  if (inner.type !== 'ObjectExpression') return [];
  return inner.properties.flatMap((property) => {
    if (property.type === 'SpreadElement') return objectColumns(property.argument, depth + 1);
    const name = keyName(property.key, property.computed);
    if (name === undefined) return [];
    if (name === '$set') return objectColumns(property.value, depth + 1);
    if (name.startsWith('$')) return [];
    return [{ name, value: setIn(property.value) ?? property.value }];
  });
}

/** `x` of `{ set: x }`. */
function setIn(node: Expression): Expression | undefined {
  const inner = unwrap(node);
  return inner.type === 'ObjectExpression' && inner.properties.length === 1 ? objectProperty(inner, 'set')?.value : undefined;
}

/** `UPDATE accounts SET balance = $1`: the columns between `SET` and what follows it, with the values that fill them in. */
function statementColumns(analysis: Analysis, query: Query, sql: string): Column[] {
  const clause = /\bset\b([\s\S]*?)(?=\bwhere\b|\breturning\b|\bfrom\b|$)/i.exec(sql);
  if (!clause) return [];
  const before = sql.slice(0, clause.index);
  const values = parametersOf(analysis, query);
  const found: Column[] = [];
  let at = (before.match(/\?/g) ?? []).length;
  for (const match of clause[0].matchAll(/\b(\w+)["'`\]]?\s*=\s*(?:\$(\d+)|[:@](\w+)|\$\{(\w+)\}|(\?))|(\?)/g)) {
    const [, name, numbered, byName, , mark, other] = match;
    const value = numbered !== undefined ? values.listed[Number(numbered) - 1] : byName !== undefined ? values.named(byName) : values.listed[at];
    if (mark !== undefined || other !== undefined) at++;
    if (name !== undefined && value) found.push({ name, value });
  }
  return found;
}

export interface Parameters {
  readonly listed: readonly Expression[];
  readonly named: (name: string) => Expression | undefined;
}

export const NO_PARAMETERS: Parameters = { listed: [], named: () => undefined };

/** The template that words a statement and holds its values, also where a tag makes a parameter of each. */
export function templateOf({ sqlNode }: Query): Extract<Node, { type: 'TemplateLiteral' }> | undefined {
  const inner = sqlNode && unwrap(sqlNode as Expression);
  const template = inner?.type === 'TaggedTemplateExpression' ? inner.quasi : inner;
  return template?.type === 'TemplateLiteral' && template.expressions.length > 0 ? template : undefined;
}

/** What fills a statement in: a tag's or template's own expressions, a list, further arguments, or an object of names. */
export function parametersOf(analysis: Analysis, query: Query): Parameters {
  const template = templateOf(query);
  if (template) return { listed: template.expressions, named: () => undefined };
  const handed = query.steps.flatMap((step) => argumentsOf(step.call)).filter((argument) => argument !== query.sqlNode && argument.type !== 'SpreadElement') as Expression[];
  const options = handed.map(unwrap).find((argument) => argument.type === 'ObjectExpression');
  const within = options ? ['values', 'replacements', 'bind', 'parameters'].flatMap((name) => propertiesIn(analysis, options, [name]) as Expression[]) : [];
  const [list] = [...within, ...handed].map((each) => spelledOut(each)).filter((each) => each.type === 'ArrayExpression');
  // What is spread into a list leaves open which mark is which.
  const listed = list?.type === 'ArrayExpression' ? (list.elements.some((element) => element?.type === 'SpreadElement') ? [] : (list.elements as Expression[])) : handed;
  return { listed, named: (name) => [...within, ...(options ? [options] : handed)].flatMap((each) => propertiesIn(analysis, each, [name]) as Expression[])[0] };
}

/** The table or model of a query, as the code or the statement names it. */
export function tableOf(query: Query): string | undefined {
  return query.model?.name ?? tableIn(query.sql);
}

/** Do two names mean the same table or column: `user_accounts`, `UserAccount`? */
export function isSameName(a: string | undefined, b: string): boolean {
  return a !== undefined && plain(a) === plain(b);
}

function plain(name: string): string {
  return name.replace(/[^a-z\d]/gi, '').toLowerCase().replace(/(?:(?<=[^aeiou])ies|(?<=(?:s|x|z|ch|sh))es|(?<=[^s])s)$/, '').replace(/model$|entity$|table$/, '');
}
