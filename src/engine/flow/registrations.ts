/** Every place that registers a function as a handler, with what is wrapped around it there. */
import { referencesOf } from '../binding/scope.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, calleeOf, enclosingFunction, isCall, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { propertyName } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from './analysis.js';
import { exportedBy, exportedNode } from './exported.js';
import { type Registration, registrationOf } from './registration.js';

export interface RegisteredPlace {
  readonly registration: Registration;
  /** The calls between the function and the route call, innermost first: `wrap(validate(schema, fn))`. */
  readonly wrappers: readonly { readonly call: Call; readonly at: number }[];
}

/** The route calls that a function is handed to, itself or as what the function around it returns; `[]` where none is in sight. */
export function registeredPlaces(analysis: Analysis, fn: FunctionNode): readonly RegisteredPlace[] {
  return analysis.once<readonly RegisteredPlace[]>('registeredPlaces', fn, [], () => {
    const nodes: Node[] = [fn, ...analysis.mentions(fn).flatMap((site) => (site.kind === 'call' ? [] : [site.node]))];
    const maker = makerOf(fn);
    if (maker) for (const site of analysis.callSites(maker)) if (site.kind === 'call') nodes.push(site.call);
    nodes.push(...mentionsOfMade(analysis, fn));
    return [...new Set(nodes)].flatMap((node) => {
      const place = placeOf(analysis, node);
      if (!place || isWithin(fn, node) || (place.registration.call && isWithin(fn, place.registration.call))) return place ?? [];
      // `const list = wrap(async (req, res) => …)`: whoever mentions the name means what the wrapper made.
      return { ...place, wrappers: [...wrappersOf(fn, place.registration.call).wrappers, ...place.wrappers] };
    });
  });
}

/** The outermost call that an expression is handed to, by itself or in a list or an object: `route({ handler, before: [auth] })`. */
export function handedTo(node: Node): Call | undefined {
  return wrappersOf(node, undefined).wrappers.at(-1)?.call;
}

/** The function that returns this one: `const list = (model) => async (req, res) => …`. `undefined` where it is not returned. */
export function makerOf(fn: FunctionNode): FunctionNode | undefined {
  const node = wrapped(fn);
  const holder = parentOf(node);
  if (holder?.type === 'ArrowFunctionExpression' && holder.body === node) return holder;
  return holder?.type === 'ReturnStatement' ? enclosingFunction(fn) : undefined;
}

/** Where other files mention what a wrapper made of a function: `exports.list = wrap(fn)`, `const list = wrap(fn)`. */
function mentionsOfMade(analysis: Analysis, fn: FunctionNode): Node[] {
  const made = unwrap(wrappersOf(fn, undefined).end as Expression);
  if (!isCall(made)) return [];
  const module = moduleOf(fn);
  const names = [...module.exports.named.keys()].filter((name) => exportedNode(analysis, module, name) === made);
  if (names.length === 0) return [];
  const isMade = (object: Expression, name: string | undefined): boolean => {
    const value = analysis.valueOf(object);
    return value.kind === 'module' && name !== undefined && exportedNode(analysis, value.module, name) === made;
  };
  return analysis.importersOf(fn, { name: undefined, anyOf: names, mention: 'handedOn', within: undefined }).flatMap((importer) => {
    const members = names.flatMap((name) => importer.bindings.members.get(name) ?? []).filter((member) => isMade(member.object, propertyName(member)));
    const variables = [...importer.bindings.scopes.get(importer.program)!.variables.values()].filter(({ definitions: [definition] }) => {
      if (definition?.kind === 'import') return exportedBy(analysis, importer, definition.source, definition.imported, []).some(({ node }) => node === made);
      return definition?.kind === 'value' && isMade(definition.from, definition.binding.path[0]);
    });
    return [...members, ...variables.flatMap((variable) => referencesOf(importer.bindings, variable))];
  });
}

function placeOf(analysis: Analysis, node: Node): RegisteredPlace | undefined {
  const registration = registrationOf(analysis, node);
  if (!registration?.call) return undefined;
  const own = wrappersOf(node, registration.call);
  if (own.reached) return { registration, wrappers: own.wrappers };
  // `const list = wrap(fn); router.get('/', list)`: what is around the name there counts, too.
  const holder = parentOf(own.end);
  const name = holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id.name : undefined;
  let mention: Node | undefined;
  for (const argument of argumentsOf(registration.call)) walk(argument, (inner) => {
    if (name !== undefined && inner.type === 'Identifier' && inner.name === name) mention ??= inner;
    return mention === undefined;
  });
  return { registration, wrappers: [...own.wrappers, ...(mention ? wrappersOf(mention, registration.call).wrappers : [])] };
}

function wrappersOf(node: Node, route: Call | undefined): { readonly wrappers: RegisteredPlace['wrappers']; readonly reached: boolean; readonly end: Node } {
  const wrappers: { call: Call; at: number }[] = [];
  let current = wrapped(node);
  for (let holder = parentOf(current); holder; holder = parentOf(current)) {
    if (route && holder === route) return { wrappers, reached: true, end: current };
    if (isCall(holder) && calleeOf(holder) !== current) wrappers.push({ call: holder, at: argumentsOf(holder).indexOf(current) });
    else if (holder.type !== 'ArrayExpression' && holder.type !== 'Property' && holder.type !== 'ObjectExpression') break;
    current = wrapped(holder);
  }
  return { wrappers, reached: false, end: current };
}
