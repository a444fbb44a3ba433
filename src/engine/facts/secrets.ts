/** Secrets that stand in the source, each where its text is written. */
import type { SecretUse } from '#catalog';
import { variableOf } from '../binding/scope.js';
import { type Module, moduleOf, textAt } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentAt, argumentsOf, calleeOf, inside, isCall, parentOf, wrapped } from '../syntax/ast.js';
import { keyName, lastName, propertyName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt, leaves } from '../flow/conditions.js';
import { type Origin, originsOf } from '../flow/trace.js';
import { callsOn, environmentName, type Given, nameOfCall, OWN_SETTINGS, type SecretPlace, secretPlacesOf } from './credentials.js';
import { isDevelopment } from './errors.js';
import { namedSecretsIn } from './namedSecrets.js';
import { callsOf } from './reach.js';

/** A text in the source that is, or may become, a secret. */
export interface WrittenSecret {
  /** The literal. */
  readonly node: Node;
  readonly use: SecretUse;
  /** What takes it, by name; `undefined` where only its own name says what it is for. */
  readonly taker?: string | undefined;
  /** Where it is taken. */
  readonly place?: Node | undefined;
  /** The environment variable that it stands in for, where it is a fallback. */
  readonly insteadOf?: string | undefined;
}

/** The secrets whose text stands in a module, whoever uses them. */
export function writtenSecretsOf(analysis: Analysis, module: Module): WrittenSecret[] {
  const users = new Set([module]);
  for (const name of candidateNames(module)) for (const importer of analysis.importersOf(module.program, { name, anyOf: takers(analysis) })) users.add(importer);
  const found = new Map<Node, WrittenSecret>();
  for (const user of users) for (const secret of secretsUsedIn(analysis, user)) if (moduleOf(secret.node) === module && !found.has(secret.node)) found.set(secret.node, secret);
  for (const secret of namedSecretsIn(module)) if (!found.has(secret.node) && !isSpared(secret.node, [], new Set([secret.insteadOf]))) found.set(secret.node, secret);
  return [...found.values()];
}

/** Words of which a file has one that hands secrets to a library. */
function takers(analysis: Analysis): readonly string[] {
  const { catalogue } = analysis;
  return catalogue.derived('secretTakers', () => {
    const words = new Set<string>();
    for (const [name, member] of catalogue.named()) {
      if (member.holdsSecret) words.add(name);
      if (!member.secret) continue;
      words.add(name);
      for (const [, ...path] of member.secret.at) for (const each of path) words.add(each);
    }
    return [...words].filter((word) => !/^(?:default|cookie|private|\(\))$/.test(word));
  });
}

/** Names under which a module may export the text of a secret. */
function candidateNames(module: Module): ReadonlySet<string> {
  const { bindings } = module;
  const names = new Set<string>();
  const add = (name: string | undefined, value: Node): void => {
    if (name !== undefined && /secret|key|passphrase|password|salt|jwt|token/i.test(name) && holdsText(value)) names.add(name);
  };
  for (const object of bindings.nodes.get('ObjectExpression') ?? []) if (object.type === 'ObjectExpression') for (const property of object.properties) if (property.type === 'Property') add(keyName(property.key, property.computed), property.value);
  for (const variable of bindings.scopes.get(module.program)?.variables.values() ?? []) for (const definition of variable.definitions) if (definition.kind === 'value') add(variable.name, definition.from);
  for (const node of bindings.nodes.get('PropertyDefinition') ?? []) if (node.type === 'PropertyDefinition' && node.value) add(keyName(node.key, node.computed), node.value);
  for (const node of bindings.nodes.get('AssignmentExpression') ?? []) if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') add(propertyName(node.left), node.right);
  return names;
}

/** Is a value a text, or one that may be given instead of something? */
function holdsText(node: Node): boolean {
  if (node.type === 'LogicalExpression') return holdsText(node.right);
  if (node.type === 'ConditionalExpression') return holdsText(node.consequent) || holdsText(node.alternate);
  if (node.type === 'ArrayExpression') return node.elements.some((element) => element !== null && holdsText(element));
  if (isCall(node)) return argumentsOf(node).some(holdsText);
  return (staticString(node) ?? '') !== '';
}

/** The texts that a module hands to a library as a secret, by itself or through functions of the app, wherever they are written. */
function secretsUsedIn(analysis: Analysis, module: Module): readonly WrittenSecret[] {
  return analysis.once<readonly WrittenSecret[]>('secretsUsed', module, [], () => [
    ...secretPlacesOf(analysis, module).flatMap((place) => textsIn(analysis, place.given, place, place.taker)),
    ...callsOf(analysis, module).flatMap(({ node: call, fn }) =>
      keysTaken(analysis, fn).flatMap(({ index, path, place }) => {
        const argument = argumentAt(call, index);
        return argument ? textsIn(analysis, { node: argument.node, path: [...argument.path, ...path] }, place, nameOfCall(call)) : [];
      }),
    ),
  ]);
}

interface Taken {
  readonly index: number;
  readonly path: readonly string[];
  readonly place: SecretPlace;
}

/** The parameters that a function hands to a library as a secret, itself or through further functions. */
function keysTaken(analysis: Analysis, fn: FunctionNode): readonly Taken[] {
  return analysis.ofParameters<Taken>('keysTaken', fn, () => {
    const module = moduleOf(fn);
    const taken = (given: Given, place: SecretPlace): Taken[] =>
      originsOf(analysis, given.node, OWN_SETTINGS, given.path).flatMap((origin) => (origin.kind === 'parameter' && origin.parameter?.fn === fn && isWhole(origin) ? [{ index: origin.parameter.index, path: origin.path, place }] : []));
    return [
      ...inside(secretPlacesOf(analysis, module), fn, ({ node }) => node).flatMap((place) => taken(place.given, place)),
      ...callsOf(analysis, module, fn).flatMap(({ node: call, fn: called }) =>
        called === fn
          ? []
          : keysTaken(analysis, called).flatMap(({ index, path, place }) => {
              const argument = argumentAt(call, index);
              return argument ? taken({ node: argument.node, path: [...argument.path, ...path] }, place) : [];
            }),
      ),
    ];
  });
}

function textsIn(analysis: Analysis, given: Given, place: SecretPlace, taker: string): WrittenSecret[] {
  if (place.use === 'HMACs' && isLabel(analysis, place)) return [];
  const origins = originsOf(analysis, given.node, OWN_SETTINGS, given.path);
  return origins.flatMap((origin) => {
    const text = textOfOrigin(origin);
    if (text === undefined || PUBLIC.test(text) || origin.hops.some((hop) => /public/i.test(lastName(hop) ?? '')) || !isWhole(origin)) return [];
    const insteadOf = origins.filter((each) => isBeside(each, origin)).map((each) => environmentName(analysis, each)).find((name) => name !== undefined);
    const names = new Set([insteadOf, ...origin.hops.map((hop) => lastName(hop))]);
    if (isSpared(origin.node, [...origin.hops, place.node], names)) return [];
    return [{ node: origin.node, use: place.use, taker, place: place.node, insteadOf }];
  });
}

/** Keys that everybody may know. */
const PUBLIC = /BEGIN (?:[A-Z]+ )?PUBLIC KEY|BEGIN CERTIFICATE|^ssh-/;

function textOfOrigin(origin: Origin): string | undefined {
  const text = origin.kind === 'literal' && origin.path.length === 0 ? staticString(origin.node) : undefined;
  return text === '' ? undefined : text;
}

/** Is an origin the whole of a value, and not a part that is put together with others? */
export function isWhole(origin: Origin): boolean {
  return !origin.hops.some((hop) => hop.type === 'BinaryExpression' || (hop.type === 'TemplateLiteral' && hop.expressions.length > 0) || (hop.type === 'Identifier' && isAddedTo(hop)));
}

/** `pem += lines` */
function isAddedTo(node: Extract<Node, { type: 'Identifier' }>): boolean {
  return variableOf(moduleOf(node).bindings, node)?.definitions.some((definition) => definition.kind === 'changed') ?? false;
}

/** Do two origins stand for the same value, and not for two elements of a list? */
function isBeside(one: Origin, other: Origin): boolean {
  const element = other.hops[other.hops.findLastIndex((hop) => hop.type === 'ArrayExpression') + 1];
  return !other.hops.some((hop) => hop.type === 'ArrayExpression') || (element !== undefined && one.hops.includes(element));
}

/** `createHmac('sha256', 'label').update(secret)`: a fixed text as the key, by which one secret is made from another. */
function isLabel(analysis: Analysis, { node }: SecretPlace): boolean {
  if (!isCall(node)) return false;
  const [data] = argumentsOf(callsOn(node)[0] ?? node);
  if (!data || data.type === 'SpreadElement') return false;
  return /(?:secret|token|key|seed|password)$/i.test(lastName(data) ?? '') || originsOf(analysis, data as Expression, OWN_SETTINGS).some((origin) => environmentName(analysis, origin) !== undefined);
}

/** Is a text never a secret in production: it is chosen outside it only, or the app refuses it, or it goes on with something else? */
function isSpared(node: Node, hops: readonly Node[], names: ReadonlySet<string | undefined>): boolean {
  if ([node, ...hops].some((hop) => conditionsAt(hop).some(isDevelopment))) return true;
  const telling = [...names].filter((name) => name !== undefined && (/secret|key|password/i.test(name) || /^[A-Z][A-Z\d_]+$/.test(name)));
  const words = [staticString(node), ...telling].filter((word) => word !== undefined);
  return [...new Set([node, ...hops].map(moduleOf))].some((module) => refusalsIn(module).some((test) => words.some((word) => test.includes(word))));
}

/** The texts of the tests on which a module throws or ends the process. */
function refusalsIn(module: Module): string[] {
  const exits: Node[] = [...(module.bindings.nodes.get('ThrowStatement') ?? []), ...module.bindings.calls.filter((call) => call.type === 'CallExpression' && propertyNameOf(call) === 'exit').map((call) => parentOf(wrapped(call))!).filter(leaves)];
  return exits.flatMap((exit) => conditionsAt(exit).filter((condition) => !condition.exit).map(({ test }) => textAt(test)));
}

function propertyNameOf(call: Call): string | undefined {
  const callee = calleeOf(call);
  return callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
}

