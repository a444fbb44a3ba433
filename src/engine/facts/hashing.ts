/** What hashes a password, and which models do so by themselves. */
import { type Variable, variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { slotValue } from '../match/slots.js';
import { type Call, type ClassNode, type Expression, type FunctionNode, type Node, argumentsOf, asMember, awaited, calleeOf, enclosingClass, isCall, inside, isClass, isFunction, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { decoratorsOf, keyName, lastName, staticString } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction, libraryCallsOf, memberOfCall } from '../flow/invocation.js';
import { decoration } from '../flow/registration.js';
import type { Value } from '../flow/value.js';
import { type Query, slotNodes } from './queries.js';

/** Is this call's result a password hash: a hashing library's, a function of the app whose body hashes, or one that settings name? */
export function isHashCall(analysis: Analysis, call: Call): boolean {
  const name = lastName(calleeOf(call)) ?? '';
  if (analysis.options.names.hashFunctions.includes(name)) return true;
  const member = memberOfCall(analysis, call);
  if (member) return member.member.hash !== undefined;
  const fn = calledFunction(analysis, call);
  if (fn) return hashes(analysis, fn);
  // Nothing can be seen of it: its name is a hint, and a false alarm costs more than a miss.
  return /hash|encrypt|bcrypt|scrypt|argon|derive/i.test(name);
}

/** Does a function hash, itself or through further functions? */
export function hashes(analysis: Analysis, fn: FunctionNode): boolean {
  return analysis.once('hashes', fn, false, () => callsWithin(fn).some((call) => memberOfCall(analysis, call)?.member.hash !== undefined || analysis.options.names.hashFunctions.includes(lastName(calleeOf(call)) ?? '') || ((called) => called !== undefined && called !== fn && hashes(analysis, called))(calledFunction(analysis, call))));
}

/** Does a function feed a fast digest, itself or through further functions? */
export function digests(analysis: Analysis, fn: FunctionNode): boolean {
  return analysis.once('digests', fn, false, () => callsWithin(fn).some((call) => memberOfCall(analysis, call)?.member.digest !== undefined || ((called) => called !== undefined && called !== fn && digests(analysis, called))(calledFunction(analysis, call))));
}

export function callsWithin(fn: FunctionNode): Call[] {
  return inside(moduleOf(fn).bindings.calls, fn, (call) => call);
}

interface ModelHook {
  /** The event it runs for; `*` for setters and constructors, which always run. */
  readonly event: string;
  readonly fn: FunctionNode;
  /** The one field that it sets, where it is a setter. */
  readonly field?: string | undefined;
}

/** Does the model of a query hash passwords by itself in this operation: in a hook, a setter, its constructor, or by a plugin? */
export function modelHashes(analysis: Analysis, query: Query): boolean {
  const { model } = query;
  if (!model) return false;
  // Of a builder, the step that writes says which hooks run; of a row's method, its type does.
  const methods = [query.method, ...(query.receiver ? [`${query.receiver.type}.${query.method}`] : []), ...query.steps.flatMap((step) => (step.member.step?.access === 'write' ? [step.name] : []))];
  const runsAll = query.steps.some(({ call, member }) => member.query?.rowHooks && slotNodes(analysis, call, member.query.rowHooks).length > 0);
  return methods.some((method) => definitionHashes(analysis, model.class ?? model.defined, method, runsAll ? undefined : query.library.hookCovers)) || isIntercepted(analysis, query, model.name);
}

/** Does the client of a query hash passwords on the way, by an extension or a middleware in the file that makes it? */
function isIntercepted(analysis: Analysis, query: Query, model: string): boolean {
  const client = clientModule(analysis, query.call);
  return client.bindings.calls.some((call) => {
    const slot = memberOfCall(analysis, call)?.member.intercepts;
    const around = slot && slotValue(call, slot);
    if (!around) return false;
    return client.bindings.calls.some((inner) => {
      if (!isWithin(inner, around) || inner === call || !(isHashCall(analysis, inner))) return false;
      const keys = keysBetween(inner, around);
      return keys.length === 0 || (keys.some((key) => key === model || key === '$allModels') && keys.some((key) => key === query.method || key === '$allOperations'));
    });
  });
}

/** The property names on the way down from a node to one in it. */
function keysBetween(node: Node, around: Node): string[] {
  const keys: string[] = [];
  for (let current: Node | undefined = node; current && current !== around; current = parentOf(current)) if (current.type === 'Property') keys.push(keyName(current.key, current.computed) ?? '');
  return keys;
}

/** The module that makes the client a call is made on: where its root variable is imported from, else its own. */
function clientModule(analysis: Analysis, call: Call): Module {
  const root = rootOf(call);
  const own = moduleOf(call);
  const definition = root.type === 'Identifier' ? variableOf(own.bindings, root)?.definitions[0] : undefined;
  return (definition?.kind === 'import' ? analysis.follow(own, definition.source) : undefined) ?? own;
}

/** The same for an object of a model, by the class or the call that defines it. */
export function definitionHashes(analysis: Analysis, definition: Node | undefined, method: string, covers: Readonly<Record<string, readonly string[]>> | undefined): boolean {
  if (!definition) return false;
  const module = moduleOf(definition);
  // `schema.plugin(require('passport-local-mongoose'))`: the call itself is the plugin.
  const isHooked = !covers || Object.values(covers).some((operations) => operations.includes(method));
  if (isHooked && module.bindings.calls.some((call) => memberOfCall(analysis, call)?.library.hashesPasswords === true || isSelfHashing(analysis.valueOf(call)))) return true;
  if (isHooked && hasSelfHashingPlugin(analysis, module)) return true;
  const hooks = [...hooksOf(analysis, module, definition), ...(isClass(definition) ? subscribedHooks(analysis, definition) : [])];
  return hooks.some(({ event, fn, field }) => {
    const operations = covers?.[event];
    const runs = event === '*' || !operations || operations.includes(method);
    return runs && !isOtherField(field) && (hashes(analysis, fn) || digests(analysis, fn)) && !setsOtherFields(analysis, fn);
  });
}

/** A field whose name says that it is no password, nor what is kept of one. */
function isOtherField(name: string | undefined): boolean {
  return name !== undefined && !/pass|pwd|hash|digest|secret|credential|encrypt/i.test(name);
}

/** Does a hook put all that it hashes into fields which are no passwords: `this.pin = await hash(this.pin)`? */
function setsOtherFields(analysis: Analysis, fn: FunctionNode): boolean {
  const hashed = callsWithin(fn).filter((call) => isHashCall(analysis, call));
  return hashed.length > 0 && hashed.every((call) => {
    const holder = parentOf(awaited(call));
    return holder?.type === 'AssignmentExpression' && asMember(holder.left) !== undefined && isOtherField(lastName(holder.left));
  });
}

function hasSelfHashingPlugin(analysis: Analysis, module: Module): boolean {
  for (const scope of [module.bindings.scopes.get(module.program)]) {
    for (const variable of scope?.variables.values() ?? []) {
      if (isSelfHashing(analysis.variableValue(module, variable))) return true;
    }
  }
  return false;
}

function isSelfHashing(value: Value): boolean {
  return (value.kind === 'member' || value.kind === 'library') && value.library.hashesPasswords === true;
}

/** The hooks of an entity that stand in subscribers: classes that import the entity and name it. */
function subscribedHooks(analysis: Analysis, entity: ClassNode): readonly ModelHook[] {
  const name = entity.id?.name;
  if (name === undefined) return [];
  const { catalogue } = analysis;
  const decorators = catalogue.derived('subscribers', () => [...catalogue.named()].flatMap(([word, { decorates }]) => (decorates?.as === 'subscriber' ? [word] : [])));
  return analysis.importersOf(entity, { name, anyOf: decorators }).flatMap(({ bindings, text }) =>
    bindings.classes.flatMap((node) => {
      const subscribes = decoratorsOf(node).some((decorator) => decoration(analysis, decorator.expression)?.member.decorates?.as === 'subscriber');
      if (!subscribes || !text.slice(node.start, node.end).includes(name)) return [];
      return node.body.body.flatMap((member): ModelHook[] => {
        const event = member.type === 'MethodDefinition' ? keyName(member.key, member.computed) : undefined;
        // What a decorator calls `BeforeInsert` is `beforeInsert` here.
        return member.type === 'MethodDefinition' && event !== undefined && /^before[A-Z]/.test(event) ? [{ event: `B${event.slice(1)}`, fn: member.value }] : [];
      });
    }),
  );
}

/** Functions that a model runs on its own, by its class or the call that defines it; those of its file that may be of any model are among them. */
function hooksOf(analysis: Analysis, module: Module, definition: Node): readonly ModelHook[] {
  const found: ModelHook[] = [];
  const owner = isClass(definition) ? definition : undefined;
  const elsewhere = schemasElsewhere(analysis, module, definition);
  const add = (event: string, node: Node | null | undefined, field?: string): void => {
    if (!node) return;
    const value = isFunction(node) ? { kind: 'function' as const, fn: node } : analysis.valueOf(node as Expression);
    if (value.kind === 'function') found.push({ event, fn: value.fn, field });
  };
  // `@Column({ transformer: { to: (plain) => hashSync(plain), from } })`, or an object of a class that has these two.
  const addTransformer = (node: Expression, field: string | undefined): void => {
    const value = analysis.memberValue(analysis.valueOf(node), 'to');
    if (value.kind === 'function') found.push({ event: '*', fn: value.fn, field });
  };
  for (const call of libraryCallsOf(analysis, module)) {
    const hook = memberOfCall(analysis, call)?.member.hook;
    if (!hook || isOfAnother(analysis, call, definition, elsewhere)) continue;
    const args = argumentsOf(call);
    const event = typeof hook.event === 'string' ? [hook.event] : eventName(slotValue(call, hook.event));
    const handler = args[hook.handler < 0 ? args.length + hook.handler : hook.handler];
    for (const each of event) add(each, handler);
  }
  walk(module.program, (node) => {
    if (node.type !== 'Property') return undefined;
    const name = keyName(node.key, node.computed) ?? '';
    if (name !== 'set' && name !== 'transformer' && !/^(?:before|after)[A-Z]/.test(name)) return undefined;
    if (isOfAnother(analysis, node, definition, elsewhere)) return undefined;
    if (name === 'set') add('*', node.value, fieldAround(node));
    else if (name === 'transformer') addTransformer(node.value as Expression, columnAround(node));
    else add(name, node.value);
    return undefined;
  });
  for (const node of owner ? [owner] : module.bindings.classes) {
    for (const member of node.body.body) {
      if (member.type !== 'MethodDefinition') continue;
      const name = keyName(member.key, member.computed) ?? '';
      if (member.kind === 'set' || member.kind === 'constructor') add('*', member.value, member.kind === 'set' ? name : undefined);
      else if (/^\$?before[A-Z]/.test(name)) add(name, member.value);
      for (const decorator of decoratorsOf(member)) {
        const decorates = decoration(analysis, decorator.expression)?.member.decorates;
        if (decorates?.as === 'hook') add(decorates.event, member.value);
      }
    }
  }
  return found;
}

/** The variables that hold schemas of the other models of a file, and of these alone. */
function schemasElsewhere(analysis: Analysis, module: Module, definition: Node): ReadonlySet<Variable> {
  const variables = (of: (call: Call) => boolean): Variable[] => libraryCallsOf(analysis, module).flatMap((call) => {
    const fields = of(call) ? memberOfCall(analysis, call)?.member.defines?.fields : undefined;
    const schema = fields && slotValue(call, fields);
    return (schema?.type === 'Identifier' ? variableOf(module.bindings, schema) : undefined) ?? [];
  });
  const own = new Set(variables((call) => call === definition));
  return new Set(own.size === 0 ? [] : variables((call) => call !== definition).filter((schema) => !own.has(schema)));
}

/** Does a hook or a field's option belong to another model of the file: does it stand in its class or definition, or is it put on its schema? */
function isOfAnother(analysis: Analysis, node: Node, definition: Node, elsewhere: ReadonlySet<Variable>): boolean {
  if (isClass(definition)) {
    const around = enclosingClass(node);
    if (around) return around !== definition && !isBelow(analysis, definition, around);
    const model = isCall(node) ? memberOfCall(analysis, node)?.receiver?.model?.class : undefined;
    return model !== undefined && model !== definition;
  }
  for (let current: Node | undefined = isCall(node) ? rootOf(node) : node; current; current = parentOf(current)) {
    const name: Node | undefined = current.type === 'VariableDeclarator' ? current.id : current;
    const variable = name.type === 'Identifier' ? variableOf(moduleOf(name).bindings, name) : undefined;
    if (variable && elsewhere.has(variable)) return true;
    if (current !== definition && isCall(current) && memberOfCall(analysis, current)?.member.defines?.name && current !== node) return true;
  }
  return false;
}

/** `schema` of `schema.pre('save', protect)` */
function rootOf(call: Call): Expression {
  let root = calleeOf(call);
  while (root.type === 'MemberExpression' || isCall(root)) root = unwrap(root.type === 'MemberExpression' ? root.object : calleeOf(root));
  return root;
}

/** Does a class extend another one? */
function isBelow(analysis: Analysis, node: ClassNode, base: ClassNode): boolean {
  const above = node.superClass ? analysis.valueOf(node.superClass) : undefined;
  return above?.kind === 'class' && (above.node === base || isBelow(analysis, above.node, base));
}

/** `@Column({ transformer }) password: string` → `password` */
function columnAround(option: Node): string | undefined {
  let current = parentOf(option);
  while (current && current.type !== 'PropertyDefinition' && !isClass(current)) current = parentOf(current);
  return current?.type === 'PropertyDefinition' ? keyName(current.key, current.computed) : undefined;
}

/** `pin: { type: String, set(value) {} }` → `pin` */
function fieldAround(setter: Node): string | undefined {
  const object = parentOf(setter);
  const field = object && parentOf(object);
  return field?.type === 'Property' ? keyName(field.key, field.computed) : undefined;
}

function eventName(node: Node | undefined): string[] {
  if (!node) return [''];
  const inner = unwrap(node as Expression);
  if (inner.type === 'ArrayExpression') return inner.elements.flatMap((element) => staticString(element) ?? []);
  return [staticString(inner) ?? ''];
}

/** The calls among nodes, for those that only look at calls. */
export function asCall(node: Node): Call | undefined {
  const inner = unwrap(node as Expression);
  return isCall(inner) ? inner : undefined;
}
