/** The round trips to a database (or cache) that a file makes. */
import type { Access, Library, Member, QueryShape, Slot } from '#catalog';
import { referencesOf, type Variable, variableOf } from '../binding/scope.js';
import { memberOf, typeField } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, isCall, isClass, isFunction, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { keyName, lastName, memberOfClass, parameterName, propertyName, staticString, textOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { modelOf } from '../flow/calls.js';
import { libraryCallsOf, memberOfCall } from '../flow/invocation.js';
import { instanceValue } from '../flow/settle.js';
import type { LibraryValue, Model, Step } from '../flow/value.js';

/** A query, counted where it is executed. */
export interface Query {
  readonly library: Library;
  /** How a message names it: `Order.findById`, `orders.insert`. */
  readonly name: string;
  /** What the squiggle stands on: the executed chain. */
  readonly node: Node;
  /** The call that says what is asked: `findMany(…)`, `find(…)`. */
  readonly call: Call;
  readonly method: string;
  /** The model or table, as the code calls it. */
  readonly model: Model | undefined;
  readonly access: Access;
  readonly rows: QueryShape['rows'];
  /** Takes or touches many rows in one go. */
  readonly bulk: boolean;
  /** Calls of one tick become one query. */
  readonly batched: boolean;
  readonly streams: boolean;
  readonly sizes: readonly Node[];
  readonly filters: readonly Node[];
  /** Of the filters, those that keep the rows few, by what says which: the column of `where('state', state)`, the object of `where({ state })`. */
  readonly narrowing: readonly Node[];
  readonly data: readonly Node[];
  /** The SQL text, `?` standing for what is filled in; `undefined` where there is none, or none in sight. */
  readonly sql: string | undefined;
  readonly sqlNode: Node | undefined;
  /** The client, model or builder it is made on; `undefined` for a bare function. */
  readonly receiver: LibraryValue | undefined;
  readonly steps: readonly Step[];
  readonly cache: boolean;
  /** The rows that it reads stay locked, or have their version checked when they are written. */
  readonly locks: boolean;
  /** Known by an import or a type; else by shape and naming only. */
  readonly certain: boolean;
}

/** All queries of a module, caches included (see `cache`). Cost: its calls are resolved, once. */
export function queriesOf(analysis: Analysis, module: Module): readonly Query[] {
  return analysis.once<readonly Query[]>('queries', module, [], () => {
    const found: Query[] = [];
    for (const call of libraryCallsOf(analysis, module)) {
      const query = queryAt(analysis, call);
      if (query) found.push(query);
    }
    for (const node of module.bindings.nodes.get('AwaitExpression') ?? []) {
      const query = node.type === 'AwaitExpression' ? awaitedVariable(analysis, node.argument) : undefined;
      if (query) found.push(query);
    }
    for (const node of module.bindings.nodes.get('ReturnStatement') ?? []) {
      const query = node.type === 'ReturnStatement' && node.argument ? awaitedVariable(analysis, node.argument) : undefined;
      if (query) found.push(query);
    }
    return found;
  });
}

/** The query that a call executes; `undefined` for anything else, unexecuted builders included. */
export function queryAt(analysis: Analysis, call: Call): Query | undefined {
  const callee = memberOfCall(analysis, call);
  if (!callee || (callee.library.kind !== 'database' && callee.library.kind !== 'cache')) return undefined;
  const { member, receiver } = callee;
  const step: Step = { name: callee.name, member, call };
  if (member.executes) return receiver ? describe(analysis, [...builderSteps(analysis, receiver, call), step], call, receiver, callee.certain) : undefined;
  const handed = member.runs && slotValue(call, member.runs);
  const builder = handed && analysis.valueOf(handed as Expression);
  if (builder?.kind === 'library' && builder.library === callee.library && builder.steps.length > 0) return describe(analysis, builder.steps, call, builder, callee.certain);
  const value = analysis.valueOf(call);
  const lazy = value.kind === 'library' ? typeField(value.library, value.type, 'lazy') : undefined;
  if (lazy === undefined) return member.query ? describe(analysis, [...(receiver ? builderSteps(analysis, receiver, call) : []), step], call, receiver, callee.certain) : undefined;
  if (value.kind !== 'library') return undefined;
  if (!value.steps.some((each) => each.member.query ?? each.member.step?.access)) {
    // A builder that came in as one (`builder: Knex.QueryBuilder`): what made it is not in sight.
    return lazy === 'await' && parentOf(wrapped(call))?.type === 'AwaitExpression' ? describe(analysis, value.steps, call, value, callee.certain, true) : undefined;
  }
  if (member.query?.callback && isFunction(unwrap(argumentsOf(call).at(-1) as Expression | undefined ?? call))) return describe(analysis, value.steps, call, value, callee.certain);
  if (lazy !== 'await' || !isConsumedBuilder(analysis, call, value.library)) return undefined;
  return describe(analysis, builderSteps(analysis, value, call), call, value, callee.certain);
}

/** A query whose text stands in another call: what that call's statement says of it; `undefined` where its text is not in sight, or asks for nothing. */
export function worded(analysis: Analysis, query: Query, call: Call, text: Node): Query | undefined {
  const sql = textOfSql(analysis, text);
  if (sql === undefined || !/^\s*(?:select|with|insert|update|delete|replace|merge)\b/i.test(sql) || NO_QUERY.test(sql)) return undefined;
  const [step] = query.steps;
  const steps = step ? [{ ...step, call }, ...query.steps.slice(1).filter((each) => each.member.step?.rows !== undefined)] : [];
  return {
    ...query,
    name: nameOf(call, lastName(calleeOf(call)) ?? query.method, [], query.model, sql),
    call,
    access: WRITES.test(sql) ? 'write' : 'read',
    rows: SUMS.test(sql) ? 'value' : query.rows,
    sql,
    sqlNode: text,
    steps,
    locks: LOCKS.test(sql),
  };
}

/** A call of a model's method that the app has put in place of the library's: `static findAll(options) { return super.findAll(…) }`. */
export interface OverridingCall {
  readonly node: Node;
  readonly name: string;
}

export function overridingCallsOf(analysis: Analysis, module: Module): OverridingCall[] {
  return module.bindings.calls.flatMap((call) => {
    const value = analysis.valueOf(calleeOf(call));
    const member = value.kind === 'function' ? memberOfClass(value.fn) : undefined;
    const owner = member?.parent?.parent;
    const name = member && keyName(member.key, member.computed);
    if (!member || !isClass(owner) || !owner.superClass || name === undefined) return [];
    const base = analysis.valueOf(owner.superClass);
    const self = member.static ? base : instanceValue(base);
    if (self.kind !== 'library' || self.library.kind !== 'database') return [];
    const { library, type } = self;
    if (typeField(library, type, 'client') !== 'model' && !typeField(library, type, 'entity')) return [];
    return memberOf(library, type, name)?.query ? [{ node: wrapped(call), name: `${owner.id?.name ?? 'model'}.${name}` }] : [];
  });
}

/** `const q = Model.find(); q.limit(5); await q`: the variable is where the builder runs. */
function awaitedVariable(analysis: Analysis, node: Expression): Query | undefined {
  const inner = unwrap(node);
  if (inner.type !== 'Identifier') return undefined;
  const value = analysis.valueOf(inner);
  if (value.kind !== 'library' || value.many || typeField(value.library, value.type, 'lazy') !== 'await' || value.steps.length === 0) return undefined;
  return describe(analysis, builderSteps(analysis, value, inner), inner, value, value.certain);
}

/** A builder's steps, with what is added to it statement by statement where it has a name, and what functions do that it is handed to. */
function builderSteps(analysis: Analysis, value: LibraryValue, at: Node): readonly Step[] {
  const root = rootVariable(analysis, at);
  const steps = root ? [...value.steps, ...stepsOn(moduleOf(at), root, value)] : value.steps;
  const inner = steps.flatMap((step) => stepsInside(analysis, step));
  return inner.length === 0 ? steps : [...steps, ...inner];
}

/** `User.query((qb) => { qb.where('active', true); qb.limit(5); })`, `User.query('limit', 5)`: the steps that a callback adds, or a method by its name. */
function stepsInside(analysis: Analysis, { member, call }: Step): readonly Step[] {
  const relayed = member.relays && relayedStep(analysis, member.relays, call);
  if (relayed) return [relayed];
  return (member.callbacks ?? []).flatMap(({ at, builds }) => {
    const argument = builds ? argumentsOf(call)[at] : undefined;
    const callback = argument && argument.type !== 'SpreadElement' ? analysis.valueOf(argument as Expression) : undefined;
    if (callback?.kind !== 'function') return [];
    const { bindings } = moduleOf(callback.fn);
    const name = parameterName(callback.fn, 0);
    const variable = name === undefined ? undefined : bindings.scopes.get(callback.fn)?.variables.get(name);
    const builder = variable && analysis.variableValue(moduleOf(callback.fn), variable);
    return variable && builder?.kind === 'library' ? stepsOn(moduleOf(callback.fn), variable, builder) : [];
  });
}

function relayedStep(analysis: Analysis, { type, of }: NonNullable<Member['relays']>, call: Call): Step | undefined {
  const name = staticString(argumentsOf(call)[0]);
  const library = analysis.catalogue.byPackage(of);
  const known = library && name !== undefined ? memberOf(library, type, name) : undefined;
  const later = (slots: readonly Slot[] = []): readonly Slot[] => slots.map(([at, ...path]): Slot => [at + 1, ...path]);
  return known?.step && name !== undefined ? { name, member: { step: { ...known.step, size: later(known.step.size), filter: later(known.step.filter) } }, call } : undefined;
}

/** The calls on a variable that holds a builder, other than those that made it. */
function stepsOn({ bindings }: Module, root: Variable, value: LibraryValue): readonly Step[] {
  const extra: Step[] = [];
  for (const reference of referencesOf(bindings, root)) {
    let node: Node = wrapped(reference);
    for (let member = parentOf(node); member?.type === 'MemberExpression' && member.object === node; member = parentOf(node)) {
      const call = parentOf(wrapped(member));
      if (!isCall(call) || calleeOf(call) !== member) break;
      const name = propertyName(member);
      const known = name === undefined ? undefined : memberOf(value.library, value.type, name);
      if (known && name !== undefined && !value.steps.some((step) => step.call === call)) extra.push({ name, member: known, call });
      node = wrapped(call);
    }
  }
  return extra;
}

/** The variable at the bottom of a chain: `q` of `q.where(x).limit(5)`. */
function rootVariable(analysis: Analysis, node: Node): Variable | undefined {
  let current = unwrap(node as Expression);
  for (;;) {
    if (isCall(current)) current = calleeOf(current);
    else if (current.type === 'MemberExpression') current = unwrap(current.object);
    else break;
  }
  if (current.type !== 'Identifier') return undefined;
  const value = analysis.valueOf(current);
  return value.kind === 'library' && value.steps.length > 0 ? variableOf(moduleOf(current).bindings, current) : undefined;
}

/** Is the builder that a call gives run here: awaited, returned, gathered, or handed to something that will? */
function isConsumedBuilder(analysis: Analysis, call: Call, library: Library): boolean {
  let node = wrapped(call);
  for (let parent = parentOf(node); parent; parent = parentOf(node)) {
    switch (parent.type) {
      case 'AwaitExpression':
      case 'ReturnStatement':
      case 'YieldExpression':
        return true;
      case 'ArrowFunctionExpression':
        return parent.body === node && !isDropped(analysis, parent, library);
      case 'MemberExpression': {
        const outer = parentOf(wrapped(parent));
        const name = propertyName(parent);
        const value = analysis.valueOf(call);
        const known = value.kind === 'library' && name !== undefined ? memberOf(value.library, value.type, name) : undefined;
        return isCall(outer) && calleeOf(outer) === parent && !known && name !== undefined && ['then', 'catch', 'finally'].includes(name);
      }
      case 'CallExpression':
      case 'NewExpression': {
        if (calleeOf(parent) === node) return false;
        const callee = memberOfCall(analysis, parent);
        // A builder inside another builder of its library is a sub-select.
        return callee?.library !== library || callee.member.transaction === true;
      }
      case 'ConditionalExpression':
        if (parent.test === node) return false;
        node = wrapped(parent);
        break;
      case 'LogicalExpression':
      case 'ArrayExpression':
        node = wrapped(parent);
        break;
      case 'Property': {
        const holder = parentOf(wrapped(parent.parent!));
        return isCall(holder) && memberOfCall(analysis, holder)?.library !== library;
      }
      default:
        return false;
    }
  }
  return false;
}

/** A callback whose builder nobody runs: `forEach` drops what it returns, another builder takes what `map` gathers as fragments. */
function isDropped(analysis: Analysis, fn: FunctionNode, library: Library): boolean {
  const call = parentOf(wrapped(fn));
  if (!isCall(call) || fn.async) return false;
  const name = lastName(calleeOf(call));
  if (name === 'forEach' || name === 'each') return true;
  const holder = parentOf(wrapped(call));
  if (name !== 'map' && name !== 'flatMap') return false;
  if (holder?.type === 'TemplateLiteral') return true;
  const callee = isCall(holder) && calleeOf(holder) !== wrapped(call) ? memberOfCall(analysis, holder) : undefined;
  return callee?.library === library && callee.member.transaction !== true;
}

/** @param runs a query whatever its steps say: they are the last ones of a builder that was begun elsewhere */
function describe(analysis: Analysis, steps: readonly Step[], node: Node, receiver: LibraryValue | undefined, certain: boolean, runs = false): Query | undefined {
  const first = steps.find((step) => step.member.query) ?? steps.find((step) => step.member.step?.access) ?? steps[0];
  const shape = first?.member.query;
  if (!first || (!runs && !shape && !steps.some((step) => step.member.step?.access ?? step.member.executes))) return undefined;
  const library = receiver?.library ?? libraryOf(analysis, first.call);
  if (!library) return undefined;
  const sqlSlot = steps.map((step) => ({ step, slot: step.member.query?.sql })).find((each) => each.slot);
  const sqlNode = sqlSlot?.slot ? sqlText(sqlSlot.step.call, sqlSlot.slot) : undefined;
  const text = sqlNode ? textOfSql(analysis, sqlNode) : undefined;
  const isCypher = shape?.access === 'cypher';
  if (text !== undefined && (isCypher ? NO_CYPHER_QUERY : NO_QUERY).test(text)) return undefined;
  const sql = isCypher ? undefined : text;
  const stepped = steps.reduce<Access | undefined>((access, step) => step.member.step?.access ?? access, undefined);
  const access = stepped ?? (shape?.access === 'cypher' ? (text !== undefined && CYPHER_WRITES.test(text) ? 'write' : 'read') : shape?.access === 'sql' || shape === undefined ? (sql !== undefined && WRITES.test(sql) ? 'write' : 'read') : shape.access);
  let rows = steps.reduce<QueryShape['rows']>((current, step) => step.member.step?.rows ?? step.member.query?.rows ?? current, shape?.rows ?? 'many');
  if (isCypher && text !== undefined && /\breturn\s+(?:count|sum|avg|min|max)\s*\([^,]*$/i.test(text)) rows = 'value';
  if (sql !== undefined && rows === 'many' && SUMS.test(sql)) rows = 'value';
  // `manager.find(User, …)` names the model in the call itself.
  const called = receiver?.model ? undefined : memberOfCall(analysis, first.call);
  const model = receiver?.model ?? (called && modelOf(analysis, called, first.call));
  const slots = (pick: (step: Step) => readonly Slot[]): Node[] =>
    steps.flatMap((step) => pick(step).flatMap((slot) => slotNodes(analysis, step.call, slot)));
  return {
    library,
    name: nameOf(first.call, first.name, steps, model, sql),
    node: wrapped(node),
    call: first.call,
    method: first.name,
    model,
    access,
    rows,
    bulk: steps.some((step) => step.member.query?.bulk ?? step.member.step?.bulk ?? false),
    batched: shape?.batched ?? false,
    streams: steps.some((step) => step.member.step?.streams ?? false),
    sizes: slots((step) => [...(step.member.query?.size ?? []), ...(step.member.step?.size ?? [])]),
    filters: slots((step) => filterSlots(analysis, step)),
    narrowing: steps.flatMap((step) => narrowingOf(step, filterSlots(analysis, step).flatMap((slot) => slotNodes(analysis, step.call, slot)))),
    data: slots((step) => [...(step.member.query?.data ?? []), ...(step.member.step?.data ?? [])]),
    sql,
    sqlNode,
    receiver,
    steps,
    cache: library.kind === 'cache',
    locks: LOCKS.test(sql ?? '') || steps.some((step) => step.member.step?.locks ?? step.member.query?.locks?.some((slot) => slotNodes(analysis, step.call, slot).length > 0)),
    certain,
  };
}

function filterSlots(analysis: Analysis, { member, call }: Step): readonly Slot[] {
  const { filter = [], options } = member.query ?? {};
  const holdsOptions = (position: number): boolean => options?.some((name) => slotNodes(analysis, call, [position, name]).length > 0) ?? false;
  return [...filter.filter(([position, ...path]) => path.length > 0 || !holdsOptions(position)), ...(member.step?.filter ?? [])];
}

/** `where('state', state)`: the column alone says what is compared. `where('created', '>', day)`, `whereNot('id', id)`: most rows are left. */
function narrowingOf(step: Step, filters: readonly Node[]): readonly Node[] {
  const [column, operator] = filters;
  if (!column || filters.length < 2 || textOf(column) === undefined) return filters;
  const compared = operator && filters.length > 2 ? staticString(operator) : undefined;
  return /Not(?!Null)/.test(step.name) || (compared !== undefined && !/^(?:=|==|in|like|ilike|@>)$/i.test(compared)) ? [] : [column];
}

/** Definitions, metadata and transaction brackets are no queries. */
const NO_QUERY = /^\s*(?:create|drop|alter|truncate|begin|start transaction|commit|rollback|savepoint|release|set|pragma|show|vacuum|analyze|lock|listen|notify|explain|grant|use|select\s+(?:1(?:\s*\+\s*1)?|true|now\(\)|version\(\)|current_timestamp)(?:\s+as\s+\w+)?(?:\s+from\s+dual)?\s*(?:;|$))/i;
const NO_CYPHER_QUERY = /^\s*(?:(?:create|drop|alter)\s+(?:or\s+replace\s+)?(?:\w+\s+)?(?:index|constraint|database|user|role)\b|show\b|call\s+(?:db|dbms)\.|return\s+1\b)/i;
const CYPHER_WRITES = /(?<![.:`\w])(?:create|merge|set|delete|remove)\b(?=\s*[\w(`])/i;
/** One row of sums, or one answer. */
const SUMS = /^\s*select\s+(?:count|sum|avg|min|max|exists)\s*\(/i;
/** A statement that locks the rows it reads, or takes an advisory lock. */
const LOCKS = /\bfor\s+(?:no\s+key\s+)?update\b|\bupdlock\b|\bpg_(?:try_)?advisory_\w*lock\b|\bget_lock\s*\(/i;
const WRITES = /^\s*(?:with\b[\s\S]*?\)\s*)?(?:insert|update|delete|replace|merge|upsert)\b/i;

function libraryOf(analysis: Analysis, call: Call): Library | undefined {
  return memberOfCall(analysis, call)?.library;
}

/** The node that holds a call's SQL: the argument, or the text in an object given there. */
export function sqlText(call: Call, slot: Slot): Node | undefined {
  if (call.type === 'TaggedTemplateExpression') return call.quasi;
  const node = slotValue(call, slot);
  // `{ text: 'SELECT …', values }`
  const inner = node && unwrap(node as Expression);
  return inner?.type === 'ObjectExpression' ? (slotValue(call, [...slot, 'text']) ?? slotValue(call, [...slot, 'sql']) ?? node) : node;
}

/** SQL text, also where it stands in a constant or is put together. */
function textOfSql(analysis: Analysis, node: Node): string | undefined {
  const direct = textOf(node);
  if (direct !== undefined) return direct;
  const inner = unwrap(node as Expression);
  if (inner.type === 'Identifier') {
    const definitions = variableOf(moduleOf(inner).bindings, inner)?.definitions ?? [];
    // Each caller words it anew.
    if (definitions.some((each) => each.kind === 'parameter')) return undefined;
    const definition = definitions.find((each) => each.kind === 'value');
    if (definition?.kind === 'value' && definition.binding.path.length === 0) return textOf(definition.from);
  }
  const value = analysis.valueOf(inner);
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** The nodes in a slot, options objects being looked up where they are held by a name. */
export function slotNodes(analysis: Analysis, call: Call, slot: Slot): Node[] {
  const direct = slotValue(call, slot);
  if (direct) return [direct];
  const [position, ...path] = slot;
  const args = argumentsOf(call);
  const argument = args[position < 0 ? args.length + position : position];
  if (!argument || path.length === 0) return [];
  return propertiesIn(analysis, argument as Expression, path);
}

/** The values under a path of property names, in an object literal, in one held by a variable, or in what an object spreads. */
export function propertiesIn(analysis: Analysis, node: Expression, path: readonly string[], depth = 0): Node[] {
  const [name, ...rest] = path;
  const inner = unwrap(node);
  if (name === undefined) return [inner];
  if (depth > 4) return [];
  if (inner.type === 'ConditionalExpression') return [inner.consequent, inner.alternate].flatMap((each) => propertiesIn(analysis, each, path, depth + 1));
  if (inner.type === 'LogicalExpression') return [inner.left, inner.right].flatMap((each) => propertiesIn(analysis, each, path, depth + 1));
  if (inner.type === 'ArrayExpression' && name === '*') return inner.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? propertiesIn(analysis, element, rest, depth + 1) : []));
  if (inner.type === 'Identifier') {
    const variable = variableOf(moduleOf(inner).bindings, inner);
    const found = (variable?.definitions ?? []).flatMap((definition) => (definition.kind === 'value' && definition.binding.path.length === 0 ? propertiesIn(analysis, definition.from, path, depth + 1) : []));
    if (variable?.definitions[0]?.kind === 'import') {
      const value = analysis.valueOf(inner);
      return value.kind === 'object' ? propertiesIn(analysis, value.node, path, depth + 1) : [];
    }
    if (variable) {
      for (const reference of referencesOf(moduleOf(inner).bindings, variable)) {
        const member = parentOf(reference);
        const holder = member && parentOf(member);
        if (member?.type === 'MemberExpression' && member.object === reference && propertyName(member) === name && holder?.type === 'AssignmentExpression' && holder.left === member) found.push(...propertiesIn(analysis, holder.right, rest, depth + 1));
      }
    }
    return found;
  }
  if (isCall(inner) || inner.type === 'MemberExpression') {
    // `createRoute({ … })`, `routes.list`
    const value = analysis.valueOf(inner);
    return value.kind === 'object' ? propertiesIn(analysis, value.node, path, depth + 1) : [];
  }
  if (inner.type !== 'ObjectExpression') return [];
  return inner.properties.flatMap((property) => {
    if (property.type === 'SpreadElement') return propertiesIn(analysis, property.argument, path, depth + 1);
    const key = property.key.type === 'Identifier' && !property.computed ? property.key.name : property.key.type === 'Literal' ? String(property.key.value) : undefined;
    return name === '*' || key === name ? propertiesIn(analysis, property.value, rest, depth + 1) : [];
  });
}

/** What stands behind the verb of a statement that writes; `FOR UPDATE` and `ON CONFLICT DO UPDATE` are none. */
const WRITTEN_TABLE = /\b(?:insert\s{1,9}(?:ignore\s{1,9}|or\s{1,9}\w{1,9}\s{1,9})?into|(?:replace|merge)\s{1,9}into|delete\s{1,9}from|(?<!\b(?:for|on|do|key)\s{1,9})update)\s{1,9}["'`[]?(?:\w+["'`\]]?\.["'`[]?)?(\w+)/i;

/** The table that a statement is about: the one that it writes, also behind a `WITH` that reads others; else the first that it reads. A schema in front of it is left out. */
export function tableIn(sql: string | undefined): string | undefined {
  if (sql === undefined) return undefined;
  return (WRITTEN_TABLE.exec(sql) ?? /\b(?:from|into|update)\s+["'`[]?(?:\w+["'`\]]?\.["'`[]?)?(\w+)/i.exec(sql))?.[1];
}

function nameOf(call: Call, step: string, steps: readonly Step[], model: Model | undefined, sql: string | undefined): string {
  const table = model?.name ?? tableIn(sql);
  const receiver = asMember(calleeOf(call));
  // A client that is called (`knex('users')`, `this.db('users')`, a tag) has no method to name: what the builder does is said instead.
  const method = receiver && propertyName(receiver) === step ? step : (steps.findLast(({ member }) => member.step?.access ?? (member.step?.filter ? undefined : member.step?.rows))?.name ?? /^\s*(select|insert|update|delete|merge|replace)\b/i.exec(sql ?? '')?.[1]?.toLowerCase() ?? (sql === undefined && table !== undefined ? 'select' : (lastName(calleeOf(call)) ?? step)));
  return table === undefined || table === method ? method : `${table}.${method}`;
}
