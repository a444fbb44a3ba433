/** Which layer code belongs to: read off what it is, and off its path only where the code says nothing. */
import type { HandlerShape, Member } from '#catalog';
import type { Registration } from '../flow/registration.js';
import { calledFunction, memberOfCall } from '../flow/invocation.js';
import { decoration, handlerShapeOf, resolverObjectAround } from '../flow/registration.js';
import type { Analysis } from '../flow/analysis.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type FunctionNode, type Node, type NodeOf, argumentsOf, asMember, calleeOf, enclosingFunction, inside, isCall, isFunction, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, lastName, parametersOf, propertyName } from '../syntax/names.js';
import { walkOwn } from '../syntax/walk.js';
import { memberOf, typeField } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import type { Value } from '../flow/value.js';

export type Layer = 'controller' | 'middleware' | 'service' | 'repository' | 'script' | 'test' | 'unknown';

/** A function that answers requests, with what makes it one. */
export interface Handler {
  readonly fn: FunctionNode;
  readonly registration: Registration;
  /** `job`: HTTP is only how a scheduler starts it. */
  readonly layer: HandlerShape['layer'] | 'job';
}

const TEST = /(?:^|\/)(?:tests?|__tests__|__mocks__|__(?:test)?fixtures__|(?:integration|unit|e2e|api)-tests?|test-(?:utils|helpers)|e2e|specs?|fixtures|cypress|playwright)\/|[.-](?:test|spec|e2e-spec|e2e)\.[cm]?[jt]sx?$/;
const SCRIPT = /(?:^|\/)(?:migrations?|seeds?|seeders?|scripts?|bin|factories|dev-tools|tools)\/|(?:^|\/)(?:seed|seeder|migrate|migration)[\w.-]*\.[cm]?[jt]sx?$|[.-](?:seed|seeder|migration|factory)\.[cm]?[jt]sx?$/i;

/** The layer that a file's path suggests; settings' `layers` and `ignore` are applied by the rule adapter. */
export function layerOfPath(path: string): Layer {
  const file = path.replaceAll('\\', '/');
  if (TEST.test(file)) return 'test';
  if (SCRIPT.test(file)) return 'script';
  return 'unknown';
}

/** The handler that a function is; `undefined` where no framework is seen to call it. */
export function handlerOf(analysis: Analysis, fn: FunctionNode): Handler | undefined {
  const registration = handlerShapeOf(analysis, fn);
  if (!registration) return undefined;
  const errors = registration.shape.errorParams;
  if (errors && parametersOf(fn).length >= errors.length) return { fn, registration, layer: 'errorHandler' };
  if (registration.shape.layer !== 'controller') return { fn, registration, layer: registration.shape.layer };
  if (isScheduled(registration, fn) || checksSender(analysis, fn)) return { fn, registration, layer: 'job' };
  return { fn, registration, layer: passesOn(analysis, fn, registration) ? 'middleware' : 'controller' };
}

/** `/api/cron/clean-up`: an address that a scheduler calls (https://vercel.com/docs/cron-jobs), given to the route or by the file's place. */
function isScheduled(registration: Registration, fn: FunctionNode): boolean {
  if (registration.by === 'export') return /\/(?:app|pages|routes|server)\/(?:.+\/)?crons?(?:-jobs?)?[/.]/.test(moduleOf(fn).path.replaceAll('\\', '/'));
  return registration.path !== undefined && /(?:^|\/)crons?(?:-jobs?)?(?:\/|$)/.test(registration.path);
}

/** A secret that Vercel's cron jobs send (https://vercel.com/docs/cron-jobs/manage-cron-jobs#securing-cron-jobs), and those of others by the same name. */
const SCHEDULER_SECRET = 'CRON_SECRET';
/** How many calls deep a check of the sender is looked for. */
const CHECKS = 2;

/** Does a function see to it that a queue or scheduler calls it, itself or by a wrapper around it: by its signature, or by the secret that it sends? */
function checksSender(analysis: Analysis, fn: FunctionNode): boolean {
  const wrapper = parentOf(wrapped(fn));
  const around = isCall(wrapper) && calleeOf(wrapper) !== fn ? calledFunction(analysis, wrapper) : undefined;
  return [fn, ...(around ? [around] : [])].some((each) => checksSenderInside(analysis, each, CHECKS));
}

function checksSenderInside(analysis: Analysis, fn: FunctionNode, depth: number): boolean {
  const module = moduleOf(fn);
  if (inside(module.bindings.members.get(SCHEDULER_SECRET) ?? [], fn, (node) => node).some(isCompared)) return true;
  const { catalogue, project } = analysis;
  const packages = catalogue.derived('senders', () => catalogue.all.filter(({ types }) => Object.values(types).some(({ members = {} }) => Object.values(members).some((member) => member.checksSender))).flatMap((library) => library.packages));
  if (!packages.some((name) => project.dependency(module, name) !== undefined)) return false;
  return analysis.once(`checksSender:${String(depth)}`, fn, false, () => inside(module.bindings.calls, fn, (node) => node).some((call) => {
    if (memberOfCall(analysis, call)?.member.checksSender) return true;
    const called = depth > 0 ? calledFunction(analysis, call) : undefined;
    return called !== undefined && called !== fn && checksSenderInside(analysis, called, depth - 1);
  }));
}

/** Is something compared with this, or with a text that it is part of? Elsewhere a secret is sent along. */
function isCompared(node: Node): boolean {
  let holder = parentOf(wrapped(node));
  while (holder?.type === 'TemplateLiteral' || (holder?.type === 'BinaryExpression' && holder.operator === '+')) holder = parentOf(wrapped(holder));
  return holder?.type === 'BinaryExpression' && /^[!=]==?$/.test(holder.operator);
}

/** Does what a node answers go to a queue or scheduler, and to no client? */
export function answersJob(analysis: Analysis, node: Node): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) if (handlerOf(analysis, fn)?.layer === 'job' || checksSender(analysis, fn)) return true;
  return false;
}

/** The handler around a node, through all functions nested in it. */
export function handlerAround(analysis: Analysis, node: Node): Handler | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const handler = handlerOf(analysis, fn);
    if (handler) return handler;
  }
  return undefined;
}

/** Middleware passes on: it calls `next()` without an error, or stands before the last function of its route. What answers its own route does not, whatever it calls besides. */
function passesOn(analysis: Analysis, fn: FunctionNode, registration: Registration): boolean {
  const { position, of } = registration;
  if (registration.by === 'call' && position !== undefined && of !== undefined && position < of - 1 && isPlainFunction(fn, registration)) return !isBeforeSharedEnd(registration, fn);
  const next = registration.shape.params.indexOf('Next');
  const parameter = next < 0 ? undefined : parametersOf(fn)[next];
  if (parameter?.type !== 'Identifier') return false;
  const { bindings } = moduleOf(fn);
  const isCalled = (bindings.identifiers.get(parameter.name) ?? []).some((reference) => {
    const call = parentOf(reference);
    return isCall(call) && calleeOf(call) === reference && argumentsOf(call).length === 0 && reference.start >= fn.start && reference.end <= fn.end;
  });
  return isCalled && !(isOfOneRoute(registration) && answers(analysis, fn));
}

/** Is a function registered by a call for one method and one path, no pattern of them? */
function isOfOneRoute({ by, method, path }: Registration): boolean {
  return by === 'call' && method !== undefined && method !== 'use' && method !== 'all' && method !== '*' && path !== undefined && !path.includes('*');
}

/** Does a function itself give an answer that speaks of no failure: `res.json(order)`, `ctx.body = order`, `ctx.status = 204`? A redirect leads elsewhere. */
function answers(analysis: Analysis, fn: FunctionNode): boolean {
  const { bindings } = moduleOf(fn);
  return inside(bindings.calls, fn, (call) => call).some((call) => {
    const how = memberOfCall(analysis, call)?.member.respond?.how;
    return (how === 'json' || how === 'text' || how === 'render') && !mayFail(analysis, call);
  }) || inside(bindings.nodes.get('AssignmentExpression') ?? [], fn, (node) => node).some((node) => {
    const member = node.type === 'AssignmentExpression' && node.operator === '=' ? assignedMember(analysis, node) : undefined;
    if (node.type !== 'AssignmentExpression' || !member) return false;
    return member.setsStatus ? isSuccess(node.right) : member.assigns !== undefined && !isBesideFailure(analysis, node);
  });
}

/** Does a failing status stand in the same block as what assigns an answer: `ctx.status = 401; ctx.body = { message }`? */
function isBesideFailure(analysis: Analysis, assignment: Node): boolean {
  const block = parentOf(parentOf(assignment) ?? assignment);
  return block?.type === 'BlockStatement' && block.body.some((statement) => {
    const other = statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' ? statement.expression : undefined;
    return other !== undefined && assignedMember(analysis, other)?.setsStatus !== undefined && !isSuccess(other.right);
  });
}

/** The catalogue's word on the property that is assigned to. */
function assignedMember(analysis: Analysis, { left }: NodeOf<'AssignmentExpression'>): Member | undefined {
  const target = asMember(left);
  const object = target && analysis.valueOf(target.object);
  const name = target && propertyName(target);
  return object?.kind === 'library' && name !== undefined ? memberOf(object.library, object.type, name) : undefined;
}

/** Has an answer a status that may be one of a failure, by itself or by a step before it: `res.status(401).json(x)`, `res.sendStatus(code)`? */
function mayFail(analysis: Analysis, call: Call): boolean {
  const member = memberOfCall(analysis, call)?.member;
  const slot = member?.respond?.status;
  const stated = typeof slot === 'object' ? slotValue(call, slot) : undefined;
  if (stated && !isSuccess(stated)) return true;
  if (member?.setsStatus && !isSuccess(slotValue(call, member.setsStatus))) return true;
  const before = asMember(calleeOf(call))?.object;
  const step = before && unwrap(before);
  return step !== undefined && isCall(step) && mayFail(analysis, step);
}

/** `204`, `found ? 200 : 404` */
function isSuccess(node: Node | undefined): boolean {
  if (node?.type === 'ConditionalExpression') return isSuccess(node.consequent) || isSuccess(node.alternate);
  return node?.type === 'Literal' && typeof node.value === 'number' && node.value < 400;
}

/**
 * `router.get('/a', async (req, res, next) => { res.locals.data = …; next(); }, respond)`: where one function ends several routes, each of which has
 * a function of its own in front of it, that function only sends what they have made.
 */
function isBeforeSharedEnd({ call, position, of }: Registration, fn: FunctionNode): boolean {
  const end = call && argumentsOf(call).at(-1);
  if (!call || position !== (of ?? 0) - 2 || end?.type !== 'Identifier' || functionIn(argumentsOf(call).at(-2)) !== fn) return false;
  return (moduleOf(fn).bindings.identifiers.get(end.name) ?? []).some((reference) => {
    const other = parentOf(reference);
    return reference !== end && isCall(other) && argumentsOf(other).at(-1) === reference && functionIn(argumentsOf(other).at(-2)) !== undefined && other.type === 'CallExpression';
  });
}

/** The function that an argument is, or that a wrapper in its place is given. */
function functionIn(argument: Node | undefined): FunctionNode | undefined {
  const inner = argument && unwrap(argument as Expression);
  if (isFunction(inner)) return inner;
  return isCall(inner) ? argumentsOf(inner).map((each) => unwrap(each as Expression)).find(isFunction) : undefined;
}

/** In `router.get('/', [validate, async (req, res) => …])` the array's own order decides, not the argument's. */
function isPlainFunction(fn: FunctionNode, registration: Registration): boolean {
  return registration.call !== undefined && fn.start < (argumentsOf(registration.call).at(-1)?.start ?? 0);
}

/** What a class is for. */
export type ClassRole = 'controller' | 'resolver' | 'service' | 'entity' | 'exceptionFilter' | 'middleware';

/** What a framework makes of a class, by its decorators or by what it extends and implements; `undefined` where neither says. */
export function classRole(analysis: Analysis, node: ClassNode): ClassRole | undefined {
  for (const decorator of decoratorsOf(node)) {
    const decorates = decoration(analysis, decorator.expression)?.member.decorates;
    if (!decorates || decorates.as === 'route' || decorates.as === 'parameter' || decorates.as === 'injects' || decorates.as === 'hook' || decorates.as === 'subscriber' || decorates.as === 'transaction' || decorates.as === 'bound') continue;
    if (decorates.as !== 'service') return decorates.as;
    // Guards and pipes are injectable like services, and so are controllers of other frameworks.
    return otherRole(analysis, node) ?? 'service';
  }
  return otherRole(analysis, node);
}

function otherRole(analysis: Analysis, node: ClassNode): ClassRole | undefined {
  return isMiddlewareClass(analysis, node) ? 'middleware' : isNamedController(node) ? 'controller' : undefined;
}

/** `@RestController('/users')` with `@Get('/:id')` on a method of it: decorators of the app's own or of a package that nobody described, by which routes are registered. */
function isNamedController(node: ClassNode): boolean {
  const isDecorated = (by: Node, pattern: RegExp): boolean => decoratorsOf(by).some(({ expression }) => {
    const inner = unwrap(expression);
    return isCall(inner) && pattern.test(lastName(calleeOf(inner)) ?? '');
  });
  return isDecorated(node, /controller$/i) && node.body.body.some((member) => member.type === 'MethodDefinition' && isDecorated(member, /^(?:http)?(?:get|post|put|patch|delete|all)$/i));
}

function isMiddlewareClass(analysis: Analysis, node: ClassNode): boolean {
  return analysis.once('middlewareClass', node, false, () => {
    const bases: Value[] = (node.implements ?? []).map((each) => analysis.typeValue(each));
    if (node.superClass) bases.push(analysis.valueOf(node.superClass));
    return bases.some((base) => (base.kind === 'class' ? isMiddlewareClass(analysis, base.node) : base.kind === 'library' && typeField(base.library, base.type, 'layer') === 'middleware'));
  });
}

/** Does a function answer one field of an API that resolves fields (GraphQL), by its place in an object or a class? */
export function isResolver(analysis: Analysis, fn: FunctionNode): boolean {
  return resolverObjectAround(analysis, fn) !== undefined || analysis.mentions(fn).some((site) => site.kind === 'mentioned' && resolverObjectAround(analysis, site.node) !== undefined);
}

/** An asynchronous component: only a server can render it. */
export function isServerComponent(fn: FunctionNode): boolean {
  if (!fn.async || !fn.body) return false;
  let rendersElement = fn.body.type === 'JSXElement' || fn.body.type === 'JSXFragment';
  walkOwn(fn.body, (node) => {
    if (node.type === 'ReturnStatement' && (node.argument?.type === 'JSXElement' || node.argument?.type === 'JSXFragment')) rendersElement = true;
    return !rendersElement;
  });
  return rendersElement;
}

/** Every handler of a module. */
export function handlersOf(analysis: Analysis, module: Module): readonly Handler[] {
  return analysis.once<readonly Handler[]>('handlers', module, [], () =>
    module.bindings.functions.flatMap((fn) => {
      const handler = handlerOf(analysis, fn);
      return handler ? [handler] : [];
    }),
  );
}
