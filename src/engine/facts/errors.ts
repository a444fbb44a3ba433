/** Caught errors on their way to the client, and what is known about them there. */
import { requiredSource } from '../binding/exports.js';
import { referencesOf, type Variable, variableOf } from '../binding/scope.js';
import { type Module, moduleOf, textAt } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentAt, argumentsOf, asMember, calleeOf, enclosingFunction, isCall, isClass, isFunction, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, hasName, isNullish, keyName, lastName, memberOfClass, propertyName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { type Condition, conditionsAt } from '../flow/conditions.js';
import { memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { decoration } from '../flow/registration.js';
import { spelledOut } from '../flow/spelled.js';
import { type Origin, originsOf, returnsOf, type TraceOptions } from '../flow/trace.js';
import { answersJob } from './layers.js';
import { callsOf } from './reach.js';
import { choiceAround, isGiven, isSent, type Response, responsesOf } from './responses.js';
import { isRuledOut } from './results.js';
import { throwsForClients } from './throws.js';

export type LeakKind = 'object' | 'stack' | 'message';

export interface Leak {
  readonly kind: LeakKind;
  /** The expression that carries the error to the client, or to the helper that sends it. */
  readonly node: Node;
  /** What the error is called where it is caught. */
  readonly error: string;
  /** Where it is caught: the binding, or the expression that hands it over. */
  readonly source: Node;
  readonly response: Response;
  /** The helper of the app that sends it, where it is not sent in place. */
  readonly helper?: string;
}

/** A parameter of a function that reaches the client. */
interface Sink {
  readonly index: number;
  readonly path: readonly string[];
  readonly response: Response;
  /** Made into an error that the function gives to its caller, who has to send it. */
  readonly given: boolean;
}

/** Errors that a module lets out: sent in place, or handed to something that sends them. */
export function leaksOf(analysis: Analysis, module: Module): Leak[] {
  const found: Leak[] = [];
  for (const response of responsesOf(analysis, module)) {
    for (const body of response.body) {
      for (const origin of originsOf(analysis, body, options(analysis, false))) {
        const leak = leakOf(analysis, origin, origin.path, body, response);
        if (leak) found.push(leak);
      }
    }
  }
  for (const { node: call, fn } of callsOf(analysis, module)) {
    for (const sink of sinksOf(analysis, fn)) {
      const argument = argumentAt(call, sink.index);
      if (!argument || (sink.given && !isSent(call))) continue;
      for (const origin of originsOf(analysis, argument.node, options(analysis, false), [...argument.path, ...sink.path])) {
        const leak = leakOf(analysis, origin, origin.path, argument.node, sink.response);
        if (leak) found.push({ ...leak, helper: lastName(calleeOf(call)) ?? 'the helper' });
      }
    }
  }
  // One report a site: the most telling kind.
  const best = new Map<Node, Leak>();
  for (const leak of found) {
    const site = choiceAround(leak.node);
    const known = best.get(site);
    if (!known || RANK.indexOf(leak.kind) > RANK.indexOf(known.kind)) best.set(site, leak);
  }
  return [...best.values()];
}

const RANK: readonly LeakKind[] = ['object', 'message', 'stack'];

/** Which parameters of a function it sends to the client, itself or through further functions. */
function sinksOf(analysis: Analysis, fn: FunctionNode): readonly Sink[] {
  return analysis.ofParameters<Sink>('sinks', fn, () => {
    const found: Sink[] = [];
    const add = (origin: Origin, response: Response, body: Expression, given: boolean): void => {
      if (origin.kind !== 'parameter' || origin.parameter?.fn !== fn || isSafe(analysis, origin, response, body)) return;
      const { index } = origin.parameter;
      if (!found.some((sink) => sink.index === index && sink.given === given && sink.path.join('.') === origin.path.join('.'))) found.push({ index, path: origin.path, response, given });
    };
    for (const response of responsesOf(analysis, moduleOf(fn))) {
      if (!isWithin(response.node, fn)) continue;
      for (const body of response.body) for (const origin of originsOf(analysis, body, options(analysis, false))) add(origin, response, body, response.how === 'error' && isGiven(response.node));
    }
    for (const { node: call, fn: callee } of callsOf(analysis, moduleOf(fn), fn)) {
      if (callee === fn) continue;
      for (const sink of sinksOf(analysis, callee)) {
        const argument = argumentAt(call, sink.index);
        if (!argument || (sink.given && !isSent(call))) continue;
        for (const origin of originsOf(analysis, argument.node, options(analysis, false), [...argument.path, ...sink.path])) add(origin, sink.response, argument.node, sink.given && isGiven(call));
      }
    }
    return found;
  });
}

function options(analysis: Analysis, callers: boolean): TraceOptions {
  const sanitizers = analysis.options.names.errorSanitizers;
  return {
    callers,
    constructed: true,
    clean: (node) => isCall(node) && (sanitizers.includes(lastName(calleeOf(node)) ?? '') || memberOfCall(analysis, node)?.member.harmless !== undefined),
  };
}

function leakOf(analysis: Analysis, origin: Origin, path: readonly string[], body: Expression, response: Response): Leak | undefined {
  if (origin.kind !== 'caught') return undefined;
  const kind = kindOf(path);
  // Of an error itself, no schema has the fields, and where it is all that is returned it counts as thrown.
  if (response.how === 'fields' && kind === 'object') return undefined;
  if (!kind || isSafe(analysis, origin, response, body) || answersJob(analysis, body)) return undefined;
  const place = returnedAt(origin, body) ?? body;
  const node = origin.hops.findLast((hop) => moduleOf(hop) === moduleOf(body) && isWithin(hop, place)) ?? place;
  return { kind, node: mostTelling(node), error: (origin.node.type === 'Identifier' ? origin.node.name : origin.node.type === 'MemberExpression' ? textOfNode(origin.node) : undefined) ?? 'error', source: origin.node, response };
}

/**
 * Where another function of the file, which caught the error, returns it; `undefined` where it is sent by the function that caught it, or
 * came in a library's result, which is no error until someone asks.
 */
function returnedAt(origin: Origin, body: Expression): Expression | undefined {
  const home = enclosingFunction(origin.node);
  if (origin.node.type !== 'Identifier' || !home || moduleOf(home) !== moduleOf(body) || home === enclosingFunction(body)) return undefined;
  return returnsOf(home).find((each) => origin.hops.includes(unwrap(each)));
}

/** `err` inside `err.message` is told by the member. */
function mostTelling(node: Node): Node {
  let current = node;
  for (let parent = parentOf(wrapped(current)); parent?.type === 'MemberExpression' && parent.object === wrapped(current); parent = parentOf(wrapped(current))) current = parent;
  return current.parent?.type === 'CallExpression' && current.parent.callee === current ? current.parent : current;
}

/** Where an error keeps the one that it was made from: GraphQL's, TypeORM's, Objection's and Sequelize's (two names). */
const MADE_FROM = ['originalError', 'driverError', 'nativeError', 'original', 'parent'];

function kindOf(path: readonly string[]): LeakKind | undefined {
  const [first, second] = MADE_FROM.includes(path[0] ?? '') ? path.slice(1) : path;
  if (first === undefined || first === 'toString' || first === 'toJSON') return 'object';
  if (first === 'stack') return 'stack';
  if (['message', 'detail', 'details', 'sqlMessage', 'errors', 'reason', 'cause', 'sql', 'errmsg', 'error', 'meta'].includes(first) && !(first === 'details' && second === '*')) return 'message';
  return first === 'response' && (second === 'data' || second === 'body') ? 'message' : undefined;
}

/** Is the error known to be safe for clients where it is sent, or sent in development only? */
function isSafe(analysis: Analysis, origin: Origin, response: Response, body: Expression): boolean {
  if (response.passesErrors && origin.path.length === 0 && unwrap(body).type === 'Identifier') return true;
  if (isFiltered(analysis, origin.node) || isMadeHere(analysis, origin.node) || isRuledOut(origin, body, response.node)) return true;
  const variables = new Set<Variable>();
  for (const node of [origin.node, ...origin.hops]) {
    const variable = node.type === 'Identifier' ? variableOf(moduleOf(node).bindings, node) : undefined;
    if (variable) variables.add(variable);
  }
  // Of an error that is handed over in place of a result, a flag says no more than that it is one.
  const isOnlyFlag = ({ test }: Condition): boolean => origin.node.type !== 'Identifier' && test.type === 'MemberExpression' && test.parent?.type !== 'SwitchStatement';
  // What is known of an error says nothing of the one that it was made from.
  const [inner] = origin.path;
  const isOfInner = ({ test }: Condition): boolean => inner === undefined || !MADE_FROM.includes(inner) || hasName(textAt(test), inner);
  const safe = (condition: Condition): boolean => (isNarrowing(analysis, condition, variables) && !isOnlyFlag(condition) && isOfInner(condition)) || (isDevelopment(condition) && !isAskedFor(analysis, condition));
  return [...origin.hops, response.node].some((hop) => conditionsAt(hop).some((condition) => safe(condition) || safe(written(condition))) || (hop.type === 'Identifier' && isReplaced(hop, safe)) || isOverwritten(hop, safe));
}

/** Is this what a `catch` is given by a `try` in which only errors are thrown that a client may read? */
function isMadeHere(analysis: Analysis, source: Node): boolean {
  const clause = source.parent?.type === 'CatchClause' ? source.parent : undefined;
  return clause?.param === source && clause.parent?.type === 'TryStatement' && throwsForClients(analysis, clause.parent.block);
}

/** Is this the parameter of an exception filter that is given only errors made to be told apart? `@Catch(HttpException)` */
function isFiltered(analysis: Analysis, source: Node): boolean {
  const filter = isFunction(source.parent) ? memberOfClass(source.parent)?.parent?.parent : undefined;
  return isClass(filter) && decoratorsOf(filter).some((decorator) => {
    const found = decoration(analysis, decorator.expression);
    const caught = found?.call && found.member.decorates?.as === 'exceptionFilter' ? argumentsOf(found.call) : [];
    return caught.length > 0 && caught.every((each) => isSafeClass(analysis, each as Expression));
  });
}

/** `if (production && !err.isOperational) message = 'Internal error'`: what is left of the error is safe. */
function isReplaced(node: Extract<Node, { type: 'Identifier' }>, safe: (condition: Condition) => boolean): boolean {
  const definitions = variableOf(moduleOf(node).bindings, node)?.definitions ?? [];
  return definitions.some((definition) => {
    if (definition.kind !== 'value' || definition.binding.path.length > 0 || definition.from.end > node.start) return false;
    const conditions = conditionsAt(definition.from);
    return definition.from.parent?.type === 'AssignmentExpression' && conditions.length > 0 && conditions.every(({ test, holds }) => safe({ test, holds: !holds }));
  });
}

/** `const body = { message: err.message }`, and in the `default` of a switch over the kinds of errors `body.message = 'Something went wrong'`: the same for a property. */
function isOverwritten(node: Node, safe: (condition: Condition) => boolean): boolean {
  const property = parentOf(wrapped(node));
  const key = property?.type === 'Property' && property.value === wrapped(node) ? keyName(property.key, property.computed) : undefined;
  const holder = key === undefined ? undefined : parentOf(wrapped(parentOf(property!)!));
  const { bindings } = moduleOf(node);
  const variable = holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? variableOf(bindings, holder.id) : undefined;
  return variable !== undefined && referencesOf(bindings, variable).some((reference) => {
    const member = parentOf(reference);
    const assignment = member?.type === 'MemberExpression' && member.object === reference && propertyName(member) === key ? parentOf(member) : undefined;
    return assignment?.type === 'AssignmentExpression' && assignment.left === member && isForTheRest(assignment, safe);
  });
}

/** Does a node run for all errors but those that are known to be safe? */
function isForTheRest(node: Node, safe: (condition: Condition) => boolean): boolean {
  const around = parentOf(parentOf(node)!);
  if (around?.type === 'SwitchCase' && !around.test && around.parent?.type === 'SwitchStatement') return safe({ test: unwrap(around.parent.discriminant), holds: true });
  const conditions = conditionsAt(node);
  return conditions.length > 0 && conditions.every(({ test, holds }) => safe({ test, holds: !holds }));
}

/** Properties that say by their value which error it is. */
const KINDS = ['name', 'code', 'type', 'kind', 'constructor', 'message', 'errno', 'number', 'errorCode'];
/** Properties that are true of errors made for the client. */
const FLAGS = ['isOperational', 'expose', 'isJoi', 'isBoom', 'isPublic', 'isClientSafe', 'isAxiosError', 'validation'];

function isNarrowing(analysis: Analysis, { test, holds }: Condition, variables: ReadonlySet<Variable>): boolean {
  if (test.type === 'LogicalExpression' && test.operator === '||' && holds) return isNarrowing(analysis, { test: test.left, holds }, variables) && isNarrowing(analysis, { test: test.right, holds }, variables);
  if (test.type === 'LogicalExpression' && test.operator === '&&' && holds) return isNarrowing(analysis, { test: test.left, holds }, variables) || isNarrowing(analysis, { test: test.right, holds }, variables);
  if (isCall(test)) return holds && isGuardCall(analysis, test, variables);
  if (test.type === 'MemberExpression') return holds && isOf(variables, test) && (test.parent?.type === 'SwitchStatement' ? KINDS : FLAGS).includes(propertyName(test) ?? '');
  // `switch (code)`, where the code was taken out of the error before.
  if (test.type === 'Identifier' && test.parent?.type === 'SwitchStatement') return holds && KINDS.includes(errorProperty(analysis, test, variables) ?? '');
  if (test.type !== 'BinaryExpression') return false;
  if (test.operator === 'instanceof') return holds && isOf(variables, test.left) && isSafeClass(analysis, test.right);
  const equal = test.operator === '===' || test.operator === '==';
  const unequal = test.operator === '!==' || test.operator === '!=';
  const sides = [test.left as Expression, test.right];
  const property = sides.map((side) => errorProperty(analysis, side, variables)).find((each) => each !== undefined);
  // Whether an error has a property does not say which error it is.
  if (property === undefined || sides.some(isNullish)) return false;
  if (equal || unequal) return holds === equal && (KINDS.includes(property) || FLAGS.includes(property) || (property.startsWith("status") && isClientStatus(analysis, sides)));
  return property.startsWith('status') && !sides.some((side) => isAbove500(analysis, side)) && (test.operator === '<' || test.operator === '<=' ? holds : !holds);
}

/** The property of the error that a side of a comparison is, read in place or through a local: `const { status = 500 } = err`. */
function errorProperty(analysis: Analysis, side: Expression, variables: ReadonlySet<Variable>): string | undefined {
  const member = asMember(side);
  if (member) return isOf(variables, member) ? propertyName(member) : undefined;
  const origins = side.type === 'Identifier' ? originsOf(analysis, side, { callers: false }) : [];
  return origins.find((each) => each.kind === 'caught' && isOf(variables, each.node))?.path.at(-1);
}

/** A test that stands in a local, where it is spelled out: `const known = err instanceof AppError`. */
function written({ test, holds }: Condition): Condition {
  const spelled = spelledOut(test);
  return spelled.type === 'UnaryExpression' && spelled.operator === '!' ? { test: unwrap(spelled.argument), holds: !holds } : { test: spelled, holds };
}

function isAbove500(analysis: Analysis, side: Expression): boolean {
  const value = analysis.valueOf(side);
  return value.kind === 'literal' && typeof value.value === 'number' && value.value > 500;
}

function isClientStatus(analysis: Analysis, sides: readonly Expression[]): boolean {
  return sides.some((side) => {
    const value = analysis.valueOf(side);
    return value.kind === 'literal' && typeof value.value === 'number' && value.value < 500;
  });
}

/** `isHttpError(err)`, `err.message.includes('…')`, `axios.isAxiosError(err)` */
function isGuardCall(analysis: Analysis, call: Call, variables: ReadonlySet<Variable>): boolean {
  const callee = calleeOf(call);
  const name = lastName(callee) ?? '';
  if (asMember(callee) && ['includes', 'startsWith', 'match', 'test', 'has'].includes(name)) return [callee as Node, ...argumentsOf(call)].some((node) => isOf(variables, node)) && argumentsOf(call).length > 0;
  if (!argumentsOf(call).some((argument) => isOf(variables, argument))) return false;
  const library = memberOfCall(analysis, call)?.library;
  // `AppError.is(err)`
  const owner = name === 'is' ? asMember(callee)?.object : undefined;
  if (owner && /(?:Error|Exception|Failure)$/.test(lastName(owner) ?? '')) return isSafeClass(analysis, owner);
  return /^is[A-Z]/.test(name) && (library?.kind === 'validation' || !/^is(?:Error|NativeError|Object|String|Null)/.test(name)) && library?.kind !== 'database';
}

/** `Error` itself and what drivers and ORMs throw say nothing; any other class was made to be told apart, `Parse.Error` too. */
function isSafeClass(analysis: Analysis, node: Expression): boolean {
  const name = lastName(node);
  const owner = asMember(node)?.object;
  const namespace = owner && analysis.valueOf(owner);
  const isGlobal = owner === undefined || (owner.type === 'Identifier' && /^(?:globalThis|global|window)$/.test(owner.name));
  if (name === undefined || (isGlobal && ['Error', 'TypeError', 'RangeError', 'SyntaxError', 'Object', 'EvalError', 'AggregateError'].includes(name))) return false;
  // `mongoose.Error`
  if ((namespace?.kind === 'library' || namespace?.kind === 'member') && namespace.library.kind === 'database') return false;
  return !isOfDriver(analysis, node, name);
}

/** Is an error's class one of a driver's or an ORM's, or made from one? Its name alone says so where nobody can see whose it is: apps and other packages call theirs `NotFoundError`, too. */
function isOfDriver(analysis: Analysis, node: Expression, name: string, depth = 0): boolean {
  const value = analysis.valueOf(node);
  if (value.kind === 'class') {
    const base = value.node.superClass;
    return base !== null && depth < DEEPEST && isOfDriver(analysis, base, lastName(base) ?? '', depth + 1);
  }
  const { catalogue } = analysis;
  if (!catalogue.derived('driverErrors', () => new Set(catalogue.all.flatMap(({ driverErrors }) => driverErrors ?? []))).has(name)) return false;
  const definition = node.type === 'Identifier' ? variableOf(moduleOf(node).bindings, node)?.definitions[0] : undefined;
  const source = definition?.kind === 'import' ? definition.source : definition?.kind === 'value' ? requiredSource(moduleOf(node).bindings, definition.from) : undefined;
  if (source === undefined) return true;
  const library = catalogue.byPackage(source);
  return library?.kind === 'database' && (library.driverErrors?.includes(name) ?? false);
}

/** Error classes above one another. */
const DEEPEST = 5;

/** Is an expression one of these variables, or read off one? */
function isOf(variables: ReadonlySet<Variable>, node: Node): boolean {
  let current = unwrap(node as Expression);
  while (current.type === 'MemberExpression' || current.type === 'CallExpression') current = unwrap(current.type === 'MemberExpression' ? current.object : (current.callee));
  const variable = current.type === 'Identifier' ? variableOf(moduleOf(current).bindings, current) : undefined;
  return variable !== undefined && variables.has(variable);
}

/** Does a client ask for it: `if (req.body.debug)`? */
function isAskedFor(analysis: Analysis, { test }: Condition): boolean {
  return originsOf(analysis, test, { callers: false }).some((origin) => origin.kind === 'request' && origin.part !== 'user');
}

/** Only where the code does not run in production: `NODE_ENV !== 'production'`, `app.get('env') === 'development'`, `isDev`. */
export function isDevelopment({ test, holds }: Condition): boolean {
  const text = textOfNode(test) ?? '';
  if (test.type === 'BinaryExpression') {
    const literal = staticString(test.right) ?? staticString(test.left);
    const equal = /^===?$/.test(test.operator);
    if (!equal && !/^!==?$/.test(test.operator)) return false;
    if (!/env|mode|stage/i.test(text)) return isDevelopmentName(text) && equal === holds;
    if (literal !== undefined && /^prod/i.test(literal)) return equal !== holds;
    return literal !== undefined && /^(?:dev|test|local|debug)/i.test(literal) ? equal === holds : /prod/i.test(text) ? equal !== holds : /dev/i.test(text) && equal === holds;
  }
  if (/prod(?:uction)?\b/i.test(text) && !/product[^i]/i.test(text)) return !holds;
  return isDevelopmentName(text) && holds;
}

function isDevelopmentName(text: string): boolean {
  return /(?:^|\b|_|is)(?:dev|development|debug|local)(?:\b|_|mode$|$)|Dev(?:elopment)?(?:\b|Mode|Env)|(?:\b|_)DEV(?:ELOPMENT)?(?:\b|_)|DEBUG|Debug/.test(text);
}
