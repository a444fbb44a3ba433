/** Sensitive fields on their way to the client: read off a row, or inside a row that is sent whole. */
import type { Library, Member } from '#catalog';
import { variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type Node, asMember, calleeOf, isCall, isClass, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { lastName, parameterPattern, parametersOf, propertyName } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { modelOf } from '../flow/calls.js';
import { memberOfCall } from '../flow/invocation.js';
import { type Origin, originsOf } from '../flow/trace.js';
import type { Model } from '../flow/value.js';
import { type Columns, columnsOfQuery, type Related, relationsOfQuery } from './columns.js';
import { definitionOf, type Field, type Fields, fieldsOf } from './fields.js';
import { isCounted, sentIn } from './lists.js';
import { type Query, queriesOf, slotNodes } from './queries.js';
import { type Removals, removalsOn } from './removals.js';
import type { Response } from './responses.js';
import { isUserLike, sensitivityOf } from './sensitive.js';
import { isTakenOut } from './serializers.js';
import { isShaped } from './shaped.js';

export interface Exposure {
  /** `row`: a whole row that has such fields; `field`: one that is read off a row by its name. */
  readonly kind: 'row' | 'field';
  /** What carries it out of this file. */
  readonly node: Node;
  readonly fields: readonly string[];
  /** The model that declares them; `undefined` where the row's model is unknown. */
  readonly model: string | undefined;
  /** Where the row is read or made. */
  readonly source: Node;
  /** Whose words say how a field is left out; `undefined` where no query could. */
  readonly library: Library | undefined;
  /** The function of the app that sends it, where it is not sent in place. */
  readonly helper?: string;
}

/** What a module sends of that kind, each once a site. Cost: what it sends is traced, once. */
export function exposuresOf(analysis: Analysis, module: Module): readonly Exposure[] {
  return analysis.once<readonly Exposure[]>('exposures', module, [], () => {
    const found = new Map<Node, Exposure>();
    for (const sent of sentIn(analysis, module)) {
      for (const origin of originsOf(analysis, sent.body, { callers: false, clean: (node) => isMasked(analysis, node) }, sent.path)) {
        const exposed = exposedBy(analysis, origin, sent.response.how);
        if (!exposed || isShaped(analysis, sent.body)) continue;
        const node = carrierOf(origin, sent.body, exposed);
        const known = found.get(node);
        const helper = sent.through && isCall(sent.through) ? lastName(calleeOf(sent.through)) : undefined;
        found.set(node, { ...exposed, node, fields: [...new Set([...(known?.fields ?? []), ...exposed.fields])], ...(helper !== undefined && { helper }) });
      }
    }
    return [...found.values()];
  });
}

/** What carries it in the expression that is sent: the name of the row, or the field that is read off it. */
function carrierOf(origin: Origin, body: Expression, { kind, fields }: Exposed): Node {
  const inside = origin.hops.filter((hop) => moduleOf(hop) === moduleOf(body) && isWithin(hop, body));
  const read = kind === 'field' ? inside.find((hop) => hop.type === 'MemberExpression' && fields.includes(String(propertyName(hop)))) : undefined;
  return read ?? inside.find((hop) => hop.type === 'Identifier' || hop.type === 'MemberExpression') ?? inside.at(-1) ?? body;
}

/** What makes a flag or a hint of a value: `Boolean(hash)`, `key.slice(-4)`. */
export function isMasked(analysis: Analysis, node: Expression): boolean {
  if (!isCall(node)) return false;
  const member = memberOfCall(analysis, node)?.member;
  if (member?.reshapes ?? member?.parses ?? member?.verifies ?? member?.hash ?? member?.digest) return true;
  const callee = calleeOf(node);
  const name = String(lastName(callee));
  return asMember(callee) ? /^(?:slice|substring|substr|replace|replaceAll|fromEntries)$/.test(name) && member === undefined : name === 'Boolean';
}

type Exposed = Pick<Exposure, 'kind' | 'fields' | 'model' | 'source' | 'library'>;

/** A row: where it comes from, which columns it has, what else came along. */
interface Row {
  readonly library: Library;
  readonly model: Model;
  readonly source: Node;
  readonly columns: Columns;
  readonly relations: readonly Related[];
  /** Made here: it has what it is given, hidden columns included. */
  readonly made: readonly Node[] | undefined;
  /** Values that are written as the row is read. */
  readonly written: readonly Node[];
  readonly plain: boolean;
  /** What it came out of gives the rows, and behind them how many there are. */
  readonly counted: boolean;
}

const ALL: Columns = { only: undefined, without: new Set(), added: new Set(), opaque: false };

/** A row with sensitive fields that an origin is; `undefined` where it is none, or where nothing can be said of it. */
export function exposedRow(analysis: Analysis, origin: Origin): Exposed | undefined {
  return origin.kind === 'other' ? exposedBy(analysis, origin, 'json') : undefined;
}

function exposedBy(analysis: Analysis, origin: Origin, how: Response['how']): Exposed | undefined {
  if (origin.kind === 'request' && origin.part === 'user') return fieldOnly(origin, undefined);
  if (origin.kind !== 'other') return undefined;
  const row = rowBehind(analysis, origin);
  if (!row || row.columns.opaque || (row.counted && origin.path[0] === '1')) return undefined;
  const fields = fieldsOf(analysis, row.library, row.model, row.source);
  const path = withoutContainers(origin.path, fields);
  const last = path.at(-1);
  if (last !== undefined && !isRelation(path, fields, row.relations)) return isHiddenField(last, fields, row) ? undefined : fieldOnly({ ...origin, path }, row);
  // A view prints what it names, and a whole row is no more than what it may choose from.
  if (!fields || how === 'render') return undefined;
  const removals = removalsOn(analysis, origin);
  if (removals.opaque) return undefined;
  const exposed = path.length === 0 ? exposedInRow(analysis, row, fields, removals) : exposedInRelations(analysis, row, fields, removals, path);
  // What was just made is not read, so that no selection could leave anything out.
  return exposed && { kind: 'row', source: row.source, library: row.made ? undefined : row.library, ...exposed };
}

/** A field that is sent by its name. What proves who somebody is goes to nobody; the other secrets may well be shown to their owner. */
function fieldOnly(origin: Origin, row: Row | undefined): Exposed | undefined {
  const name = origin.path.findLast((each) => !isPosition(each));
  const sensitivity = name === undefined ? undefined : sensitivityOf(name, row !== undefined && isUserLike(row.model.name));
  if (name === undefined || (sensitivity !== 'password' && sensitivity !== 'once') || (sensitivity === 'once' && row && (row.made ?? provesOwnership(row)))) return undefined;
  return { kind: 'field', fields: [name], model: row?.model.name, source: row?.source ?? origin.node, library: row?.library };
}

/** The query that a row came out of, or the call that made it; `undefined` where the origin is no row. */
function rowBehind(analysis: Analysis, origin: Origin): Row | undefined {
  // A builder that is awaited by its name runs there, and is made elsewhere.
  for (const node of [origin.node, ...origin.hops.toReversed()]) {
    const query = queryNodes(analysis, moduleOf(node)).get(node);
    const row = query ? rowOfQuery(analysis, query) : isCall(node) ? rowBuilt(analysis, node) : undefined;
    if (row) return row;
  }
  return undefined;
}

function queryNodes(analysis: Analysis, module: Module): ReadonlyMap<Node, Query> {
  return analysis.once<ReadonlyMap<Node, Query>>('queryNodes', module, new Map(), () => new Map(queriesOf(analysis, module).map((query) => [unwrap(query.node as Expression), query])));
}

function rowOfQuery(analysis: Analysis, query: Query): Row | undefined {
  if (query.cache || query.rows === 'value' || query.rows === 'none' || !query.model || query.steps.some(({ member }) => member.query?.related)) return undefined;
  const isMade = query.access === 'write' && query.data.length > 0 && query.filters.length === 0 && !query.steps.some(({ member }) => (member.query?.filter ?? member.step?.filter) !== undefined);
  return {
    library: query.library,
    model: query.model,
    source: query.node,
    columns: columnsOfQuery(analysis, query),
    relations: relationsOfQuery(analysis, query),
    made: isMade ? query.data : undefined,
    written: query.data,
    plain: query.steps.some(({ member }) => member.step?.plain),
    counted: isCounted(query),
  };
}

/** `new User({ … })`, `repository.create({ … })`: in memory, with what it is given. */
function rowBuilt(analysis: Analysis, call: Call): Row | undefined {
  const callee = memberOfCall(analysis, call);
  const builds = callee?.member.builds;
  const model = callee && builds && callee.library.kind === 'database' ? modelOf(analysis, callee, call) : undefined;
  if (!callee || !builds || !model) return undefined;
  const data = builds.data.flatMap((slot) => slotNodes(analysis, call, slot));
  return { library: callee.library, model, source: call, columns: ALL, relations: [], made: data, written: data, plain: false, counted: false };
}

/** A path into what a query gives, without positions and the names of what holds the rows. */
function withoutContainers(path: readonly string[], fields: Fields | undefined): readonly string[] {
  const names = path.filter((name) => !isPosition(name));
  const start = names.findIndex((name) => !CONTAINERS.has(name) || fields?.has(name));
  return start < 0 ? [] : names.slice(start);
}

const CONTAINERS = new Set(['rows', 'data', 'docs', 'items', 'results', '_doc', 'dataValues', '$attributes']);

function isPosition(name: string): boolean {
  return name === '*' || /^\d+$/.test(name);
}

/** Does a path begin with related rows? */
function isRelation([name]: readonly string[], fields: Fields | undefined, relations: readonly Related[]): boolean {
  return name !== undefined && (relations.some((each) => each.name === name) || fields?.get(name)?.target() !== undefined);
}

/** Is a field that is read by name one that the query did not give? */
function isHiddenField(name: string, fields: Fields | undefined, { columns, made }: Row): boolean {
  if (columns.only ? !columns.only.has(name) : columns.without.has(name)) return true;
  return fields?.get(name)?.hidden === 'queries' && made === undefined && !columns.added.has(name) && !columns.only;
}

type Found = Pick<Exposed, 'fields' | 'model'>;

function exposedInRow(analysis: Analysis, row: Row, fields: Fields, removals: Removals): Found | undefined {
  const own = [...fields.values()].filter((field) => isExposed(analysis, row, fields, field, removals)).map(({ name }) => name);
  if (own.length > 0) return { fields: own, model: row.model.name };
  return exposedInRelations(analysis, row, fields, removals, []);
}

/** @param path the relation that alone is sent; empty: all that were loaded */
function exposedInRelations(analysis: Analysis, row: Row, fields: Fields, removals: Removals, path: readonly string[]): Found | undefined {
  const [wanted, ...rest] = path;
  const eager: Related[] = [...fields.values()].filter((field) => field.eager).map(({ name }) => ({ name, model: undefined, columns: ALL, relations: [] }));
  for (const related of [...row.relations, ...eager].flatMap((each) => withoutAlias(each, fields))) {
    if (wanted !== undefined && related.name !== wanted) continue;
    if (related.columns.opaque || isLeftOut(related, row, removals)) continue;
    const model = related.model ?? (related.name === undefined ? undefined : fields.get(related.name)?.target());
    const inner = model && fieldsOf(analysis, row.library, model, row.source);
    if (!model || !inner) continue;
    const there: Row = { ...row, model, columns: related.columns, relations: related.relations, made: undefined, written: [] };
    if (rest.length > 0 && !isRelation(rest, inner, there.relations)) continue;
    // What a pick keeps of the row, it keeps whole.
    const left: Removals = { ...removals, kept: undefined };
    const found = rest.length > 0 ? exposedInRelations(analysis, there, inner, left, rest) : exposedInRow(analysis, there, inner, left);
    if (found) return found;
  }
  return undefined;
}

/** `article.author`, where `article` is what a builder calls the row itself. */
function withoutAlias(related: Related, fields: Fields): readonly Related[] {
  return related.aliased && !fields.has(String(related.name)) ? related.relations : [related];
}

function isLeftOut({ name }: Related, row: Row, { fields, kept }: Removals): boolean {
  if (name === undefined) return false;
  if (fields.has(name) || (kept && !kept.has(name))) return true;
  return row.columns.only !== undefined && !row.columns.only.has(name) && row.relations.every((each) => each.name !== name);
}

/** The fields by which somebody is known who logs in. */
const KNOWN_BY = /^(?:e_?mail|e_?mail_?address|user_?name|login|phone|phone_?number)$/i;

/** `link.password`, which whoever shares the link may read: nobody's who logs in, and no hash. */
function opensSomethingElse(row: Row, fields: Fields, name: string): boolean {
  return /^(?:password|passwd|pwd|pass|passphrase)$/i.test(name) && !isUserLike(row.model.name) && ![...fields.keys()].some((each) => KNOWN_BY.test(each));
}

/** `customDomain.verificationToken`: whoever owns the domain puts it there for everybody to see. */
function provesOwnership({ model }: Row): boolean {
  return /domain|host_?name|dns|web_?site/i.test(model.name) && !isUserLike(model.name);
}

function isExposed(analysis: Analysis, row: Row, fields: Fields, field: Field, removals: Removals): boolean {
  const { name } = field;
  if (opensSomethingElse(row, fields, name)) return false;
  const sensitivity = field.plain || field.hidden === 'answers' || field.target() ? undefined : sensitivityOf(name, isUserLike(row.model.name));
  if (!sensitivity || (sensitivity === 'once' && provesOwnership(row)) || removals.fields.has(name) || (removals.kept && !removals.kept.has(name))) return false;
  const { only, without, added } = row.columns;
  if (only ? !only.has(name) : without.has(name)) return false;
  if (field.hidden === 'queries' && !row.made && !added.has(name) && !only) return false;
  if (row.made && (sensitivity !== 'password' || !row.made.some((data) => gives(analysis, data, name)))) return false;
  // A secret that is written in the same breath is shown where it is made.
  if (sensitivity !== 'password' && row.written.some((data) => gives(analysis, data, name, true))) return false;
  const definition = definitionOf(analysis, row.model, row.source);
  if (sensitivity !== 'password' && isStoredDigest(analysis, [definition ?? row.source, row.source], name)) return false;
  const client = definition ? undefined : clientModule(analysis, row.source);
  return (row.plain && !client) || !isTakenOut(analysis, row.library, definition, client, name);
}

/** Is a field filled with a digest? That of a random token gives nothing away. */
function isStoredDigest(analysis: Analysis, places: readonly Node[], field: string): boolean {
  return places.some((place) =>
    (moduleOf(place).bindings.members.get(field) ?? []).some((member) => {
      const holder = parentOf(member);
      let digested = false;
      if (holder?.type === 'AssignmentExpression' && holder.left === member) walk(holder.right, (node) => {
        digested ||= isCall(node) && isDigest(memberOfCall(analysis, node)?.member);
        return !digested;
      });
      return digested;
    }),
  );
}

function isDigest(member: Member | undefined): boolean {
  return (member?.digest ?? member?.hash) !== undefined;
}

/** Do written values give a field, by name or as a part of something that is not in sight? @param named only by name */
function gives(analysis: Analysis, data: Node, field: string, named = false): boolean {
  const isOne = analysis.valueOf(data as Expression).kind === 'object';
  return (isOne ? [[field]] : [[field], ['*', field]]).some((path) =>
    originsOf(analysis, data as Expression, { callers: false, mapped: true }, path).some((origin) => {
      if (origin.kind === 'literal' || removalsOn(analysis, origin).fields.has(field)) return false;
      const row = origin.kind === 'other' && origin.path.at(-1) === field ? rowBehind(analysis, origin) : undefined;
      if (row && !row.made) return !named && !row.columns.opaque && !isHiddenField(field, fieldsOf(analysis, row.library, row.model, row.source), row);
      const isSpelled = origin.path.length === 0 || origin.path.at(-1) !== field;
      return isSpelled || (!named && declares(analysis, origin, field));
    }),
  );
}

/** May what a parameter is declared to be have this field? */
function declares(analysis: Analysis, { parameter }: Origin, field: string): boolean {
  const declared = parameter && parametersOf(parameter.fn)[parameter.index];
  const pattern = declared && parameterPattern(declared);
  const value = pattern && 'typeAnnotation' in pattern && pattern.typeAnnotation ? analysis.typeValue(pattern.typeAnnotation) : undefined;
  if (value?.kind !== 'instance' || !isClass(value.of)) return true;
  const { text } = moduleOf(value.of);
  return value.of.superClass !== null || text.slice(value.of.start, value.of.end).includes(field);
}

/** The module that makes the client a query is made on: where its root is imported from, else its own. */
function clientModule(analysis: Analysis, source: Node): Module | undefined {
  let root = unwrap(source as Expression);
  while (isCall(root) || root.type === 'MemberExpression') root = isCall(root) ? calleeOf(root) : unwrap(root.object);
  const own = moduleOf(source);
  const definition = root.type === 'Identifier' ? variableOf(own.bindings, root)?.definitions[0] : undefined;
  return definition?.kind === 'import' ? analysis.follow(own, definition.source) : undefined;
}
