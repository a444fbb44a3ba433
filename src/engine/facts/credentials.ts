/** Calls that are given a secret, or make and check tokens, as the catalogue describes them. */
import type { SecretUse, Slot } from '#catalog';
import { variableOf } from '../binding/scope.js';
import { memberOf } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentAt, argumentsOf, asMember, calleeOf, enclosingClass, isCall, parentOf } from '../syntax/ast.js';
import { propertyName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import type { Origin, TraceOptions } from '../flow/trace.js';
import type { MemberValue } from '../flow/value.js';

/** Settings are followed to where they are written, through other modules and through callers in sight. */
export const SETTINGS: TraceOptions = { callers: true, settings: true };
/** The same inside one function: what callers hand in stays a parameter. */
export const OWN_SETTINGS: TraceOptions = { callers: false, settings: true };

/** An expression, and the property path inside it, that stands in a slot of a call. */
export interface Given {
  readonly node: Expression;
  readonly path: readonly string[];
}

/** What stands in a slot of a call; `undefined` where the call has no such argument. */
export function givenAt(call: Call, [position, ...path]: Slot): Given | undefined {
  const given = argumentAt(call, position);
  return given && { node: given.node, path: [...given.path, ...path] };
}

/**
 * The catalogue's word on a call. Where that hands its arguments on to a plugin, or is the `super` of a library's class, the plugin's or the
 * class's. `undefined` for anything that is no library's.
 */
export function catalogued(analysis: Analysis, call: Call): MemberValue | undefined {
  if (calleeOf(call).type === 'Super') {
    const base = enclosingClass(call)?.superClass;
    const made = base && isCall(base) ? memberOfCall(analysis, base) : undefined;
    if (made?.member.plugs && isCall(base)) return pluginIn(analysis, base, made.member.plugs.plugin);
    const value = base ? analysis.valueOf(base) : undefined;
    return value?.kind === 'member' ? value : undefined;
  }
  const value = memberOfCall(analysis, call);
  return value?.member.plugs ? pluginIn(analysis, call, value.member.plugs.plugin) : value;
}

function pluginIn(analysis: Analysis, call: Call, slot: Slot): MemberValue | undefined {
  const node = slotValue(call, slot);
  if (!node || node.type === 'SpreadElement') return undefined;
  const value = analysis.valueOf(node as Expression);
  return value.kind === 'member' ? value : undefined;
}

/** A place where a library takes a secret. */
export interface SecretPlace {
  readonly given: Given;
  readonly use: SecretUse;
  /** The call, or the assignment, that takes it. */
  readonly node: Node;
  /** How a developer calls what takes it: `jwt.sign`. */
  readonly taker: string;
}

/** Every place of a module where a library takes a secret. */
export function secretPlacesOf(analysis: Analysis, module: Module): readonly SecretPlace[] {
  return analysis.once<readonly SecretPlace[]>('secretPlaces', module, [], () => {
    const found: SecretPlace[] = [];
    for (const call of module.bindings.calls) {
      const secret = catalogued(analysis, call)?.member.secret;
      for (const slot of secret?.at ?? []) {
        const given = givenAt(call, slot);
        if (secret && given) found.push({ given, use: secret.of, node: call, taker: nameOfCall(call) });
      }
    }
    for (const node of module.bindings.nodes.get('AssignmentExpression') ?? []) {
      const target = node.type === 'AssignmentExpression' ? asMember(node.left) : undefined;
      const name = target && propertyName(target);
      if (node.type !== 'AssignmentExpression' || !target || name === undefined) continue;
      const owner = analysis.valueOf(target.object);
      const use = owner.kind === 'library' ? memberOf(owner.library, owner.type, name)?.holdsSecret : undefined;
      if (use !== undefined) found.push({ given: { node: node.right, path: [] }, use, node, taker: textOfNode(target) ?? name });
    }
    return found;
  });
}

/** How a developer calls what a call calls. */
export function nameOfCall(call: Call): string {
  const callee = calleeOf(call);
  return callee.type === 'Super' ? 'super' : (textOfNode(callee) ?? 'the call');
}

/** The name of the environment variable that an origin is: `process.env.X`, `config.get('X')`; `undefined` for any other. */
export function environmentName(analysis: Analysis, origin: Origin): string | undefined {
  if (origin.kind !== 'other') return undefined;
  const { node, path } = origin;
  if (isCall(node)) {
    const [first] = argumentsOf(node);
    const named = memberOfCall(analysis, node)?.member.environment && first?.type === 'Literal' ? first.value : undefined;
    return typeof named === 'string' ? named : undefined;
  }
  if (node.type === 'Identifier' && (node.name === 'process' || node.name === 'Bun') && !variableOf(moduleOf(node).bindings, node)) return path[0] === 'env' ? path[1] : undefined;
  return node.type === 'MetaProperty' && path[0] === 'env' ? path[1] : undefined;
}

/** The chain of calls that a call begins: `createHmac(…)` → its `.update(…)`, `.digest(…)`. */
export function callsOn(call: Call): Call[] {
  const found: Call[] = [];
  for (let node: Node = call; ; ) {
    const member = parentOf(node);
    const next: Node | undefined | null = member?.type === 'MemberExpression' && member.object === node ? parentOf(member) : undefined;
    if (!next || !isCall(next) || calleeOf(next) !== member) return found;
    found.push(next);
    node = next;
  }
}
