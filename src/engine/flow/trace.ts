/** Where a value comes from: back from a use to its sources, through locals, destructuring, objects, calls and callers. */
import type { Member, RequestPart } from '#catalog';
import { requiredSource } from '../binding/exports.js';
import { type Definition, type Variable, referencesOf, variableOf } from '../binding/scope.js';
import { memberOf, typeField } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentAt, argumentsOf, asMember, calleeOf, enclosingFunction, inside, isCall, isClass, isFunction, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { type Binding, decoratorsOf, keyName, lastName, parameterName, parametersOf, propertyName, staticString } from '../syntax/names.js';
import { exportedBy } from './exported.js';
import { isClosed } from './given.js';
import { walkOwn } from '../syntax/walk.js';
import type { Analysis } from './analysis.js';
import { calledFunction, calledFunctions, memberOfCall } from './invocation.js';

/** One place that a value may come from. */
export interface Origin {
  readonly kind:
    | 'caught'
    | 'request'
    /** A parameter whose callers were not (or could not be) followed. */
    | 'parameter'
    | 'literal'
    /** Some other expression: a library's call, a new object, something unknown. */
    | 'other';
  /** The expression or binding where the trail ends. */
  readonly node: Node;
  /** Property names read off the source on the way: `err.message` → `['message']`. */
  readonly path: readonly string[];
  readonly part?: RequestPart;
  readonly parameter?: { readonly fn: FunctionNode; readonly index: number };
  /** The expressions it passed through, from the use back to the source. */
  readonly hops: readonly Node[];
}

export interface TraceOptions {
  /** Is this expression (of which `path` is wanted) a clean value, whatever goes into it? Then its sources are left out. */
  readonly clean?: (node: Expression, path: readonly string[]) => boolean;
  /** Follow parameters to the callers in sight? */
  readonly callers: boolean;
  /** Does a list made from another (`rows.map(…)`) come from that other one, too? */
  readonly mapped?: boolean;
  /** Does a new instance of the app's classes come from what its constructor keeps? */
  readonly constructed?: boolean;
  /** Are settings followed to where they are written: into what other modules export, whole objects and `require` included, into fields of the class, and into what a function gives (`()` in a path)? */
  readonly settings?: boolean;
  /** Are fields of the class (`this.filter`) followed to what they are given there? */
  readonly fields?: boolean;
}

interface Frame {
  readonly fn: FunctionNode;
  readonly call: Call;
  readonly above: Frame | undefined;
}

interface Trail {
  readonly analysis: Analysis;
  readonly options: TraceOptions;
  readonly found: Origin[];
  /** What was wanted of each expression already. */
  readonly seen: Map<Node, string[]>;
  steps: number;
}

/** A trail is given up after this many steps, with what was found until then. */
const MOST_STEPS = 600;
const DEEPEST_HOPS = 40;

/** All the places an expression's value may come from, as far as they can be seen. */
export function originsOf(analysis: Analysis, node: Expression, options: TraceOptions, path: readonly string[] = []): Origin[] {
  const trail: Trail = { analysis, options, found: [], seen: new Map(), steps: 0 };
  follow(trail, node, path, undefined, []);
  return trail.found;
}

function follow(trail: Trail, node: Expression, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): void {
  const inner = unwrap(node);
  const wanted = frame ? `${path.join('.')}:${String(frame.call.start)}` : path.join('.');
  const seen = trail.seen.get(inner);
  if (seen?.includes(wanted) || trail.steps++ > MOST_STEPS || hops.length > DEEPEST_HOPS) return;
  if (seen) seen.push(wanted);
  else trail.seen.set(inner, [wanted]);
  if (trail.options.clean?.(inner, path)) return;
  const on = [...hops, inner];
  switch (inner.type) {
    case 'Identifier': {
      const module = moduleOf(inner);
      const variable = variableOf(module.bindings, inner);
      if (!variable) followGlobal(trail, inner, path, frame, on);
      else followVariable(trail, variable, module, inner, path, frame, on);
      return;
    }
    case 'MemberExpression': {
      const part = requestPart(trail.analysis, inner);
      if (part) {
        trail.found.push({ kind: 'request', node: inner, path, part, hops: on });
        return;
      }
      const name = propertyName(inner);
      if (name !== undefined && followStash(trail, inner, name, path, frame, on)) return;
      follow(trail, inner.object, name === undefined ? ['*', ...path] : [name, ...path], frame, on);
      return;
    }
    case 'CallExpression':
    case 'NewExpression':
    case 'TaggedTemplateExpression':
      followCall(trail, inner, path, frame, on);
      return;
    case 'ObjectExpression':
      followObject(trail, inner, path, frame, on);
      return;
    case 'ArrayExpression':
      inner.elements.forEach((element, index) => {
        if (element && (path[0] === String(index) || !isPosition(path[0]))) follow(trail, element.type === 'SpreadElement' ? element.argument : element, insideElement(path), frame, on);
      });
      return;
    case 'ConditionalExpression':
      follow(trail, inner.consequent, path, frame, on);
      follow(trail, inner.alternate, path, frame, on);
      return;
    case 'LogicalExpression':
      if (inner.operator !== '&&') follow(trail, inner.left, path, frame, on);
      follow(trail, inner.right, path, frame, on);
      return;
    case 'AssignmentExpression':
      follow(trail, inner.right, path, frame, on);
      return;
    case 'SequenceExpression':
      follow(trail, inner.expressions.at(-1)!, path, frame, on);
      return;
    case 'AwaitExpression':
      follow(trail, inner.argument, path, frame, on);
      return;
    case 'TemplateLiteral':
      for (const expression of inner.expressions) follow(trail, expression, [], frame, on);
      end(trail, 'literal', inner, path, on);
      return;
    case 'BinaryExpression':
      if (['+', '-', '*', '/', '%', '|', '>>', '>>>'].includes(inner.operator) && inner.left.type !== 'PrivateIdentifier') {
        follow(trail, inner.left, [], frame, on);
        follow(trail, inner.right, [], frame, on);
      } else end(trail, 'other', inner, path, on);
      return;
    case 'UnaryExpression':
      if (['+', '-', '~'].includes(inner.operator)) follow(trail, inner.argument, path, frame, on);
      else end(trail, 'other', inner, path, on);
      return;
    case 'Literal':
      end(trail, 'literal', inner, path, on);
      return;
    default:
      if (!(trail.options.settings ?? trail.options.fields) || !followSetting(trail, inner, path, frame, on)) end(trail, 'other', inner, path, on);
  }
}

/** A field of the class around it, or what a function gives. Says whether there is such a thing. */
function followSetting(trail: Trail, node: Expression, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): boolean {
  const [first, ...rest] = path;
  if (isFunction(node) && first === '()') {
    for (const returned of returnsOf(node)) follow(trail, returned, rest, frame, hops);
    return true;
  }
  const owner = node.type === 'ThisExpression' && first !== undefined ? trail.analysis.valueOf(node) : undefined;
  return (owner?.kind === 'instance' || owner?.kind === 'class') && first !== undefined && followField(trail, owner.kind === 'class' ? owner.node : owner.of, first, rest, frame, hops);
}

/** `readonly secret = …`, `this.secret = …`, `constructor(private secret: string)` */
function followField(trail: Trail, owner: Node, name: string, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): boolean {
  if (!isClass(owner)) return false;
  let found = false;
  for (const member of owner.body.body) {
    if (member.type === 'PropertyDefinition' && member.value && keyName(member.key, member.computed) === name) {
      found = true;
      follow(trail, member.value, path, frame, hops);
    }
  }
  for (const member of moduleOf(owner).bindings.members.get(name) ?? []) {
    const holder = parentOf(member);
    if (member.object.type !== 'ThisExpression' || !isWithin(member, owner) || holder?.type !== 'AssignmentExpression' || holder.left !== member) continue;
    found = true;
    follow(trail, holder.right, path, frame, hops);
  }
  const constructor = owner.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
  const definitions = constructor?.type === 'MethodDefinition' ? (moduleOf(owner).bindings.scopes.get(constructor.value)?.variables.get(name)?.definitions ?? []) : [];
  for (const definition of definitions) {
    if (definition.kind !== 'parameter' || definition.parameter.type !== 'TSParameterProperty') continue;
    found = true;
    followParameter(trail, definition, path, frame, hops);
  }
  return found;
}

/** Is this step of a path an array position? */
function isPosition(name: string | undefined): boolean {
  return name !== undefined && /^\d+$/.test(name);
}

/** What is left of a path into a list inside the element that it leads to. */
function insideElement(path: readonly string[]): readonly string[] {
  return path[0] === '*' || isPosition(path[0]) ? path.slice(1) : path;
}

function followObject(trail: Trail, object: Extract<Node, { type: 'ObjectExpression' }>, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): void {
  const [wanted, ...rest] = path;
  if (wanted !== undefined && wanted !== '*') {
    for (const property of object.properties.toReversed()) {
      if (property.type === 'Property' && keyName(property.key, property.computed) === wanted) {
        follow(trail, property.value, rest, frame, hops);
        return;
      }
      if (property.type === 'SpreadElement') follow(trail, property.argument, path, frame, hops);
    }
    return;
  }
  for (const property of object.properties) {
    if (property.type === 'SpreadElement') follow(trail, property.argument, path, frame, hops);
    else if (!isFunction(property.value)) follow(trail, property.value, wanted === '*' ? rest : path, frame, hops);
  }
}

/** `rows = await …; res.json(rows)` with no declaration anywhere: what the same function put there. */
function followGlobal(trail: Trail, identifier: Extract<Node, { type: 'Identifier' }>, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): void {
  const home = enclosingFunction(identifier);
  const assigned = home ? inside(moduleOf(home).bindings.nodes.get('AssignmentExpression') ?? [], home, (node) => node).filter((node) => node.type === 'AssignmentExpression' && node.left.type === 'Identifier' && node.left.name === identifier.name) : [];
  if (assigned.length === 0) end(trail, 'other', identifier, path, hops);
  for (const node of assigned) if (node.type === 'AssignmentExpression') follow(trail, node.right, path, frame, hops);
}

function followVariable(trail: Trail, variable: Variable, module: Module, use: Node, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): void {
  for (const definition of variable.definitions) followDefinition(trail, definition, module, path, frame, hops);
  followAdditions(trail, variable, module, use, path, frame, hops);
}

function followDefinition(trail: Trail, definition: Definition, module: Module, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): void {
  if ('binding' in definition && isTakenOut(definition.binding, path[0])) return;
  switch (definition.kind) {
    case 'value':
      follow(trail, definition.from, [...definition.binding.path, ...path], frame, hops);
      if (definition.binding.fallback) follow(trail, definition.binding.fallback, path, frame, hops);
      return;
    case 'element':
      follow(trail, definition.of, ['*', ...definition.binding.path, ...path], frame, hops);
      return;
    case 'caught':
      trail.found.push({ kind: 'caught', node: definition.binding.identifier, path: [...definition.binding.path, ...path], hops });
      return;
    case 'parameter':
      followParameter(trail, definition, path, frame, hops);
      return;
    case 'function':
      if (trail.options.settings && path[0] === '()') for (const returned of returnsOf(definition.node)) follow(trail, returned, path.slice(1), frame, hops);
      else end(trail, 'other', hops.at(-1)!, path, hops);
      return;
    case 'class':
      if (!trail.options.settings || path[0] === undefined || !followField(trail, definition.node, path[0], path.slice(1), frame, hops)) end(trail, 'other', hops.at(-1)!, path, hops);
      return;
    case 'changed':
      if (definition.node.type === 'AssignmentExpression' && definition.node.operator === '+=') follow(trail, definition.node.right, [], frame, hops);
      else end(trail, 'other', hops.at(-1)!, path, hops);
      return;
    case 'import': {
      const target = trail.analysis.follow(module, definition.source);
      const exported = target?.exports.named.get(definition.imported);
      if (target && exported?.kind === 'name') {
        const variable = target.bindings.scopes.get(target.program)?.variables.get(exported.name);
        if (variable?.definitions.every((each) => each.kind === 'value')) {
          for (const each of variable.definitions) followDefinition(trail, each, target, path, undefined, hops);
          return;
        }
      }
      if (trail.options.settings && followExport(trail, module, definition.source, definition.imported, path, hops)) return;
      end(trail, 'other', hops.at(-1)!, path, hops);
      return;
    }
    default:
      end(trail, 'other', hops.at(-1)!, path, hops);
  }
}

/** Is a property named beside a rest, which is then without it: `password` of `const { password, ...rest } = body`? */
function isTakenOut({ identifier, rest }: Binding, name: string | undefined): boolean {
  const pattern = rest === true && name !== undefined ? parentOf(parentOf(identifier)!) : undefined;
  return pattern?.type === 'ObjectPattern' && pattern.properties.some((property) => property.type === 'Property' && keyName(property.key, property.computed) === name);
}

/** What another module exports. Says whether that can be told. */
function followExport(trail: Trail, module: Module, source: string, imported: string, path: readonly string[], hops: readonly Node[]): boolean {
  const exported = exportedBy(trail.analysis, module, source, imported, path);
  for (const each of exported) follow(trail, each.node, each.path, undefined, hops);
  return exported.length > 0;
}

/** What another function of the file put on the request, the response or the context: `req.order = order`. Says whether there is such a thing. */
function followStash(trail: Trail, member: Extract<Node, { type: 'MemberExpression' }>, name: string, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): boolean {
  const object = trail.analysis.valueOf(member.object);
  if (object.kind !== 'library' || object.library.kind !== 'framework' || memberOf(object.library, object.type, name)) return false;
  const assigned = (moduleOf(member).bindings.members.get(name) ?? []).flatMap((other) => {
    const holder = parentOf(other);
    const owner = holder?.type === 'AssignmentExpression' && holder.left === other ? trail.analysis.valueOf(other.object) : undefined;
    return owner?.kind === 'library' && owner.library === object.library && owner.type === object.type && holder?.type === 'AssignmentExpression' ? [holder.right] : [];
  });
  for (const value of assigned) follow(trail, value, path, frame, hops);
  return assigned.length > 0;
}

/** What a statement puts into an object or array after it was made. */
interface Addition {
  /** The mention of the variable that it is put into. */
  readonly reference: Node;
  /** The properties that lead to where it is put, from the variable on; `undefined` for one whose name is not in sight. */
  readonly under: readonly (string | undefined)[];
  /** `body.message = value`; else values that become elements: `errors.push(…values)`. */
  readonly assigned: boolean;
  readonly values: readonly Node[];
  /** `source` of `copy[key] = source[key]`: whatever the key, it is the same one. */
  readonly copied: Expression | undefined;
}

const additions = new WeakMap<Variable, readonly Addition[]>();

/** Everything that is put into what a variable holds, statement by statement. Cost: once a variable, its mentions. */
function additionsTo(module: Module, variable: Variable): readonly Addition[] {
  let known = additions.get(variable);
  if (!known) {
    known = referencesOf(module.bindings, variable).flatMap((reference) => additionAt(reference) ?? []);
    additions.set(variable, known);
  }
  return known;
}

function additionAt(reference: Node): Addition | undefined {
  const names: (string | undefined)[] = [];
  let node = reference;
  for (let member = parentOf(node); member?.type === 'MemberExpression' && member.object === node; member = parentOf(node)) {
    names.push(propertyName(member));
    node = wrapped(member);
  }
  const holder = parentOf(node);
  if (names.length === 0) return undefined;
  if (holder?.type === 'AssignmentExpression' && holder.left === node) return { reference, under: names, assigned: true, values: [holder.right], copied: copiedKey(node, holder.right) };
  const adds = isCall(holder) && calleeOf(holder) === node && ['push', 'unshift', 'set', 'append'].includes(names.at(-1) ?? '');
  return adds ? { reference, under: names.slice(0, -1), assigned: false, values: argumentsOf(holder), copied: undefined } : undefined;
}

/** What was put into an object or array after it was made: `body.message = err.message`, `errors.push(err)`. */
function followAdditions(trail: Trail, variable: Variable, module: Module, use: Node, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): void {
  for (const { reference, under, assigned, values, copied } of additionsTo(module, variable)) {
    if (reference === use) continue;
    if (copied && path.length > 0) {
      follow(trail, copied, path, frame, hops);
      continue;
    }
    // What is pushed is found by names that are in sight; what is assigned may stand anywhere.
    if (!under.every((name, index) => path[index] === undefined || path[index] === '*' || (assigned && name === undefined) || name === path[index])) continue;
    const rest = path.slice(under.length);
    for (const value of values) {
      if (value.type === 'SpreadElement') follow(trail, value.argument, rest, frame, hops);
      else follow(trail, value as Expression, assigned ? rest : insideElement(rest), frame, hops);
    }
  }
}

/** `source` of `copy[key] = source[key]`. */
function copiedKey(target: Node, value: Expression): Expression | undefined {
  const from = unwrap(value);
  if (target.type !== 'MemberExpression' || from.type !== 'MemberExpression' || !target.computed || !from.computed) return undefined;
  return target.property.type === 'Identifier' && from.property.type === 'Identifier' && target.property.name === from.property.name ? from.object : undefined;
}

function followParameter(trail: Trail, definition: Extract<Definition, { kind: 'parameter' }>, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): void {
  const { of: fn, index, binding } = definition;
  const full = [...binding.path, ...path];
  if (binding.fallback && binding.path.length > 0) follow(trail, binding.fallback, path, frame, hops);
  const own = definition.parameter;
  if (own.type === 'AssignmentPattern') follow(trail, own.right, full, frame, hops);
  const decorated = decoratedPart(trail.analysis, own) ?? typedPart(trail.analysis, fn, index);
  if (decorated) {
    trail.found.push({ kind: 'request', node: binding.identifier, path: [...decorated.path, ...full], part: decorated.part, parameter: { fn, index }, hops });
    return;
  }
  const value = trail.analysis.once(`source:${String(index)}`, fn, undefined, () => sourceOfParameter(trail.analysis, fn, index));
  if (value === 'caught') {
    trail.found.push({ kind: 'caught', node: binding.identifier, path: full, hops });
    return;
  }
  if (value === 'request') {
    const read = full.length === 0 ? { part: 'whole' as const, rest: full } : partOf(trail.analysis, fn, index, full);
    // Anything else on the request object was put there by the app.
    if (read && read.part === undefined) trail.found.push({ kind: 'caught', node: fn, path: read.rest, hops });
    else if (read) trail.found.push({ kind: 'request', node: binding.identifier, path: read.rest, part: read.part, parameter: { fn, index }, hops });
    else trail.found.push({ kind: 'other', node: binding.identifier, path: full, hops });
    return;
  }
  // `...args`: the position inside the rest is a position among the arguments.
  const inRest = own.type === 'RestElement' && isPosition(full[0]);
  const position = inRest ? index + Number(full[0]) : index;
  const inside = inRest ? full.slice(1) : full;
  if (frame?.fn === fn) {
    const argument = argumentAt(frame.call, position);
    if (argument) follow(trail, argument.node, [...argument.path, ...inside], frame.above, hops);
    return;
  }
  if (followCallback(trail, fn, index, full, frame, hops)) return;
  const sites = trail.options.callers ? trail.analysis.callSites(fn) : [];
  let followed = false;
  for (const site of sites) {
    if (site.kind !== 'call') continue;
    const argument = argumentAt(site.call, position);
    followed = true;
    if (argument) follow(trail, argument.node, [...argument.path, ...inside], undefined, hops);
  }
  if (!followed) trail.found.push({ kind: 'parameter', node: binding.identifier, path: inside, parameter: { fn, index: position }, hops });
}

function followCall(trail: Trail, call: Call, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): void {
  const { analysis } = trail;
  const part = requestPart(analysis, call);
  if (part) {
    const named = argumentsOf(call)[0];
    const name = part === 'body' ? undefined : staticString(named);
    trail.found.push({ kind: 'request', node: call, path: name === undefined ? path : [name, ...path], part, hops });
    return;
  }
  const member = memberOfCall(analysis, call);
  if (member) {
    if (followSame(trail, call, member.member, path, frame, hops)) return;
    const slots = member.member.parses ? [member.member.parses.input] : member.member.passes;
    for (const slot of slots ?? []) {
      const passed = slotValue(call, slot);
      const result = member.member.parses?.result;
      if (passed) follow(trail, passed as Expression, result !== undefined && path[0] === result ? path.slice(1) : path, frame, hops);
    }
    const error = path[0] !== undefined && path[0] === member.library.resultError;
    if (error) trail.found.push({ kind: 'caught', node: call, path: path.slice(1), hops });
    else if (!slots || member.member.environment) end(trail, 'other', call, path, hops);
    return;
  }
  const required = trail.options.settings ? requiredSource(moduleOf(call).bindings, call) : undefined;
  if (required !== undefined && followExport(trail, moduleOf(call), required, '*', path, hops)) return;
  if (call.type === 'NewExpression' && trail.options.constructed && followInstance(trail, call, path, frame, hops)) return;
  const functions = call.type === 'NewExpression' ? [] : calledFunctions(analysis, call);
  for (const fn of functions) {
    if (within(frame, fn)) continue;
    for (const returned of returnsOf(fn)) if (!isClosed(fn, returned, call)) follow(trail, returned, path, { fn, call, above: frame }, hops);
  }
  if (functions.length > 0) return;
  const callee = calleeOf(call);
  const name = lastName(callee);
  const receiver = asMember(callee);
  const first = argumentsOf(call)[0] as Expression | undefined;
  const taken = receiver && first && functionIn(analysis, first);
  if (receiver && name === 'allSettled' && path.includes('reason')) {
    trail.found.push({ kind: 'caught', node: call, path: path.slice(path.indexOf('reason') + 1), hops });
    return;
  }
  const rescue = receiver && (name === 'catch' ? first : name === 'then' ? argumentsOf(call)[1] : undefined);
  const rescued = rescue && analysis.valueOf(rescue as Expression);
  if (rescued?.kind === 'function') for (const returned of returnsOf(rescued.fn)) follow(trail, returned, path, frame, hops);
  if (name !== undefined && ((call.type === 'NewExpression' && DECIMALS.test(name)) || (!receiver && (PASSING_FUNCTIONS.has(name) || DECIMALS.test(name) || /^(?:to|as|ensure|normali[sz]e|coerce|wrap)\w*Error$/.test(name)))) && first) follow(trail, first, path, frame, hops);
  else if (receiver && name !== undefined && receiver.object.type === 'Identifier' && PASSING_STATICS.has(`${receiver.object.name}.${name}`)) {
    for (const argument of PASSING_FIRST.has(`${receiver.object.name}.${name}`) ? argumentsOf(call).slice(0, 1) : argumentsOf(call)) follow(trail, (argument.type === 'SpreadElement' ? argument.argument : argument) as Expression, path, frame, hops);
  } else if (receiver && name !== undefined && PASSING_METHODS.has(name)) follow(trail, receiver.object, name === 'at' ? [positionOf(first), ...path] : path, frame, hops);
  else if (receiver && name !== undefined && CALCULATING_METHODS.has(name)) {
    for (const operand of [receiver.object, ...argumentsOf(call)]) if (operand.type !== 'SpreadElement') follow(trail, operand as Expression, [], frame, hops);
  } else if (receiver && (name === 'map' || name === 'flatMap') && first && (taken ?? trail.options.mapped)) {
    if (trail.options.mapped) follow(trail, receiver.object, path, frame, hops);
    if (taken) for (const returned of returnsOf(taken)) follow(trail, returned, insideElement(path), frame, hops);
  } else if (receiver && (name === 'reduce' || name === 'then') && taken) {
    for (const returned of returnsOf(taken)) follow(trail, returned, path, frame, hops);
  } else if (receiver && (name === 'get' || name === 'getAll') && argumentsOf(call).length === 1 && isOfRequest(analysis, receiver.object)) {
    // `searchParams.get('limit')`, `form.get('password')`
    follow(trail, receiver.object, [staticString(first) ?? '*', ...path], frame, hops);
  } else end(trail, 'other', call, path, hops);
}

/** Is this, wherever it comes from, a part of a request? */
function isOfRequest(analysis: Analysis, node: Expression): boolean {
  return analysis.once('isOfRequest', node, false, () => {
    const origins = originsOf(analysis, node, { callers: false });
    return origins.length > 0 && origins.every((origin) => origin.kind === 'request');
  });
}

/** A call that gives what it is called on once more, or what its callback gives: a copy, a saved document, a transaction. Says whether it is one. */
function followSame(trail: Trail, call: Call, member: Member, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): boolean {
  const receiver = asMember(calleeOf(call));
  if (member.copies && receiver) {
    // `row.get('name')` gives one of its fields.
    const field = staticString(argumentsOf(call)[0]);
    follow(trail, receiver.object, field === undefined ? path : [field, ...path], frame, hops);
    return true;
  }
  const run = member.transaction ? argumentsOf(call).map((argument) => functionIn(trail.analysis, argument as Expression)).find((fn) => fn !== undefined) : undefined;
  for (const returned of run ? returnsOf(run) : []) follow(trail, returned, path, frame, hops);
  return run !== undefined;
}

/** The function that an argument is, written in place or named: `rows.map(toUser)`. */
function functionIn(analysis: Analysis, argument: Expression): FunctionNode | undefined {
  const inner = unwrap(argument);
  if (isFunction(inner)) return inner;
  const value = analysis.valueOf(inner);
  return value.kind === 'function' ? value.fn : undefined;
}

/** What a constructor keeps: `this.text = text`, `constructor(readonly text: string)`, the text of an `Error`. Says whether that can be told. */
function followInstance(trail: Trail, call: Call, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): boolean {
  const [wanted, ...rest] = path;
  const keeps = (name: string | undefined): boolean => wanted === undefined || wanted === '*' || wanted === name;
  const fn = calledFunction(trail.analysis, call);
  if (!fn) {
    const isError = trail.analysis.valueOf(calleeOf(call)).kind !== 'class' && (lastName(calleeOf(call)) ?? '').endsWith("Error") && keeps('message');
    const text = isError ? argumentAt(call, 0) : undefined;
    if (text) follow(trail, text.node, text.path, frame, hops);
    return text !== undefined;
  }
  parametersOf(fn).forEach((parameter, index) => {
    const argument = parameter.type === 'TSParameterProperty' && keeps(parameterName(fn, index)) ? argumentAt(call, index) : undefined;
    if (argument) follow(trail, argument.node, [...argument.path, ...rest], frame, hops);
  });
  if (fn.body) walkOwn(fn.body, (node) => {
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && node.left.object.type === 'ThisExpression' && keeps(propertyName(node.left))) follow(trail, node.right, rest, { fn, call, above: frame }, hops);
    return undefined;
  });
  return true;
}

const PASSING_FUNCTIONS = new Set(['String', 'Number', 'parseInt', 'parseFloat', 'Boolean', 'decodeURIComponent', 'encodeURIComponent', 'BigInt']);
const PASSING_STATICS = new Set(['JSON.stringify', 'JSON.parse', 'Object.assign', 'Object.freeze', 'Number.parseInt', 'Number.parseFloat', 'Math.floor', 'Math.ceil', 'Math.round', 'Math.trunc', 'Math.max', 'Math.abs', 'Promise.resolve', 'Promise.all', 'Object.values', 'Object.entries', 'Object.fromEntries', 'Array.from', 'util.inspect', 'util.format', 'Buffer.from']);
/** Of these, only the first argument becomes part of the result. */
const PASSING_FIRST = new Set(['Buffer.from']);
/** `rows.at(0)` takes the first; from the end, it may be any. */
function positionOf(argument: Node | undefined): string {
  return argument?.type === 'Literal' && typeof argument.value === 'number' ? String(argument.value) : '*';
}

/** What decimals are made by: `new Big(x)`, `new Prisma.Decimal(x)`. */
const DECIMALS = /^(?:Big|BigNumber|Decimal)$/;
/** How decimals of any package are calculated with. */
export const CALCULATING_METHODS: ReadonlySet<string> = new Set(['plus', 'minus', 'times', 'dividedBy', 'mul', 'sub', 'toNumber', 'toDecimalPlaces']);

const PASSING_METHODS = new Set(['toString', 'trim', 'toLowerCase', 'toUpperCase', 'valueOf', 'toFixed', 'slice', 'substring', 'split', 'replace', 'concat', 'at', 'catch', 'finally', 'filter', 'toJSON', 'toObject', 'join', 'reverse', 'sort', 'normalize', 'replaceAll']);

function end(trail: Trail, kind: 'literal' | 'other', node: Node, path: readonly string[], hops: readonly Node[]): void {
  trail.found.push({ kind, node, path, hops });
}

function within(frame: Frame | undefined, fn: FunctionNode): boolean {
  for (let current = frame; current; current = current.above) if (current.fn === fn) return true;
  return false;
}

/** The expressions that a function returns, its own `return`s only. */
export function returnsOf(fn: FunctionNode): Expression[] {
  if (!fn.body) return [];
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const found: Expression[] = [];
  walkOwn(fn.body, (node) => {
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument);
    return undefined;
  });
  return found;
}

/** The part of the request that an expression reads: `req.query`, `c.req.query('limit')`, `getQuery(event)`. */
function requestPart(analysis: Analysis, node: Call | Extract<Node, { type: 'MemberExpression' }>): RequestPart | undefined {
  if (node.type === 'MemberExpression') {
    const parent = parentOf(node);
    if (isCall(parent) && calleeOf(parent) === node) return undefined;
    const name = propertyName(node);
    const object = analysis.valueOf(node.object);
    return object.kind === 'library' && !object.many && name !== undefined ? memberOf(object.library, object.type, name)?.request : undefined;
  }
  const member = memberOfCall(analysis, node)?.member;
  const named = member?.requestOf ? staticString(argumentsOf(node)[0]) : undefined;
  return (named === undefined ? undefined : member?.requestOf?.[named]) ?? member?.request;
}

function sourceOfParameter(analysis: Analysis, fn: FunctionNode, index: number): 'caught' | 'request' | undefined {
  const value = analysis.parameterValueAt(fn, index);
  if (value.kind === 'caught') return 'caught';
  if (value.kind === 'library' && value.library.kind === 'framework') {
    const shape = value.library.types[value.type];
    if (Object.values(shape?.members ?? {}).some((member) => (member.request !== undefined && member.request !== 'user') || member.type === 'error')) return 'request';
  }
  return undefined;
}

/** The part of a request that a path of property names leads into: `['request', 'body', 'name']` of a Koa context. No part: an error. */
function partOf(analysis: Analysis, fn: FunctionNode, index: number, path: readonly string[]): { part?: RequestPart | undefined; rest: readonly string[] } | undefined {
  const value = analysis.parameterValueAt(fn, index);
  if (value.kind !== 'library') return undefined;
  let { type } = value;
  for (const [at, name] of path.entries()) {
    const member = memberOf(value.library, type, name);
    if (member?.request) return { part: member.request, rest: path.slice(at + 1) };
    if (member?.type === undefined) return undefined;
    if (member.type === 'error') return { rest: path.slice(at + 1) };
    ({ type } = member as { type: string });
  }
  return undefined;
}

/** `@Query('limit') limit`, `@Body() dto` */
function decoratedPart(analysis: Analysis, parameter: Node): { part: RequestPart; path: readonly string[] } | undefined {
  for (const decorator of decoratorsOf(parameter)) {
    const expression = unwrap(decorator.expression);
    const value = analysis.valueOf(isCall(expression) ? calleeOf(expression) : expression);
    if (value.kind !== 'member' || value.member.decorates?.as !== 'parameter' || value.member.decorates.request === undefined) continue;
    const name = isCall(expression) ? staticString(argumentsOf(expression)[0]) : undefined;
    return { part: value.member.decorates.request, path: name === undefined ? [] : [name] };
  }
  return undefined;
}

/** A parameter that the framework gives nothing but what the client sent. */
function typedPart(analysis: Analysis, fn: FunctionNode, index: number): { part: RequestPart; path: readonly string[] } | undefined {
  const value = analysis.parameterValueAt(fn, index);
  const part = value.kind === 'library' && value.library.kind === 'framework' ? typeField(value.library, value.type, 'request') : undefined;
  return part && { part, path: [] };
}

/**
 * What calls an inline callback, followed: an array method hands in elements, `then` a result, a query its rows, and a function of the app
 * whatever it calls its own parameter with. Says whether anything was found to follow.
 */
function followCallback(trail: Trail, fn: FunctionNode, index: number, path: readonly string[], frame: Frame | undefined, hops: readonly Node[]): boolean {
  const call = parentOf(fn);
  if (!isCall(call) || calleeOf(call) === fn) return false;
  const at = argumentsOf(call).indexOf(fn);
  const known = memberOfCall(trail.analysis, call);
  if (known) {
    const callback = known.member.callbacks?.find((each) => each.at === at || (each.at < 0 && at === argumentsOf(call).length + each.at));
    const type = callback?.params?.[index];
    const rows = type === 'rows' || (callback === undefined && index === 1 && at === argumentsOf(call).length - 1 && (known.member.query?.callback ?? known.member.executes) === true);
    if (rows || (callback && index === 1 && callback.params?.[0] === 'error')) {
      end(trail, 'other', call, path, hops);
      return true;
    }
    if (type === 'row' || type === 'element') {
      end(trail, 'other', call, ['*', ...path], hops);
      return true;
    }
  }
  const member = asMember(calleeOf(call));
  const name = member && propertyName(member);
  if (member && name !== undefined && at === 0) {
    if (name === 'then' && index === 0) {
      follow(trail, member.object, path, frame, hops);
      return true;
    }
    if (name === 'reduce' && index === 0) {
      const [, initial] = argumentsOf(call);
      if (initial && initial.type !== 'SpreadElement') follow(trail, initial as Expression, path, frame, hops);
      return true;
    }
    if ((['map', 'forEach', 'flatMap', 'filter', 'some', 'every', 'find'].includes(name) && index === 0) || (name === 'reduce' && index === 1)) {
      follow(trail, member.object, ['*', ...path], frame, hops);
      return true;
    }
  }
  let found = false;
  for (const called of calledFunctions(trail.analysis, call)) {
    for (const inner of callsOfParameter(called, at)) {
      const argument = argumentAt(inner, index);
      if (!argument) continue;
      found = true;
      follow(trail, argument.node, [...argument.path, ...path], { fn: called, call, above: frame }, hops);
    }
  }
  return found;
}

/** The calls of a function's own parameter: `callback(null, rows)`. */
function callsOfParameter(fn: FunctionNode, index: number): Call[] {
  const name = parameterName(fn, index);
  if (name === undefined) return [];
  const { bindings } = moduleOf(fn);
  return (bindings.identifiers.get(name) ?? []).flatMap((reference) => {
    const call = parentOf(reference);
    if (!isCall(call) || calleeOf(call) !== reference) return [];
    const definition = variableOf(bindings, reference)?.definitions[0];
    return definition?.kind === 'parameter' && definition.of === fn && definition.index === index ? [call] : [];
  });
}

