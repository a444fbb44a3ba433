/** Routes that take credentials and that nothing limits. */
import type { Library } from '#catalog';
import type { Analysis } from '../flow/analysis.js';
import type { Module } from '../modules/parse.js';
import { type Expression, type FunctionNode, type Node, calleeOf, isCall } from '../syntax/ast.js';
import { lastName } from '../syntax/names.js';
import { asksForUser, authenticates, makesExceptions } from './authentication.js';
import { type Step, chainOf } from './chains.js';
import { type CredentialKind, credentialKindOf } from './signIns.js';
import { type DecoratedRoute, decoratedRoutesOf, nameOfMethod, surroundingsOf } from './guards.js';
import { limits, limitsItself } from './limiting.js';
import { type Registering, registeringsOf } from './routes.js';
import { partsOf } from './steps.js';

/** One of them. */
export interface UnlimitedRoute {
  /** Where a report stands. */
  readonly node: Node;
  readonly library: Library;
  readonly kind: CredentialKind;
  readonly method: string;
  readonly path: string;
}

/** The routes of a module that take credentials with no limiter anywhere on the way; none where the way cannot be seen. */
export function unlimitedRoutesOf(analysis: Analysis, module: Module): UnlimitedRoute[] {
  return [...registered(analysis, module), ...decorated(analysis, module)];
}

function registered(analysis: Analysis, module: Module): UnlimitedRoute[] {
  const routes = registeringsOf(analysis, module).filter(({ method, library }) => method !== 'use' && method !== 'plug' && library.chain !== undefined);
  const reported = new Set<string>();
  return routes.flatMap((route): UnlimitedRoute[] => {
    const handler = route.steps.at(-1);
    if (!handler || route.isLimited) return [];
    const handlers = partsOf(analysis, handler).functions;
    const name = lastName(handler);
    // By its own address first: where nothing in it speaks of accounts, what stands above need not be known.
    if (!mayTakeCredentials(route, name)) return [];
    const chain = chainOf(analysis, route);
    const path = chain.paths.find((each) => credentialKindOf(analysis, route.method, each, name, handlers));
    const kind = path === undefined ? undefined : credentialKindOf(analysis, route.method, path, name, handlers);
    if (path === undefined || kind === undefined || !chain.whole) return [];
    if (limits(analysis, handler) === true) return [];
    if (chain.steps.some((step) => limits(analysis, step.node, step.registering) !== false)) return [];
    if (chain.steps.some((step) => isClosedBy(analysis, step, kind)) || (kind === 'registration' && isClosedInside(analysis, path, handlers))) return [];
    // Several calls may speak of one address: its checks, then its handler.
    const address = `${route.method} ${path}`;
    if (reported.has(address)) return [];
    reported.add(address);
    const callee = calleeOf(route.call);
    return [{ node: callee.type === 'MemberExpression' ? callee.property : route.call, library: route.library, kind, method: route.method, path }];
  });
}

/** Cheap: a route whose own words and handler's name have nothing of an account is left out before the way to it is looked for. */
function mayTakeCredentials({ method, paths, steps }: Registering, name: string | undefined): boolean {
  if (!/^(?:post|put|patch|\*)$/.test(method)) return false;
  return paths.length === 0 || paths.some((path) => path === '/' || path === '' || path.includes('?') || WORDS.test(path.replace(/[-_.]/g, ''))) || WORDS.test(name ?? '') || steps.length > 6;
}

const WORDS = /log_?in|sign_?(?:in|up|on)|log_?on|auth|session|token|regist|user|account|customer|member|passw|forgot|reset|recover|otp|2fa|factor|mfa|code|one_?time|magic|pin|sms/i;

/** Does a step let only those through who are signed in? Steps of the whole app do not where the route must be open to be of any use. */
function isClosedBy(analysis: Analysis, { node, own }: Step, kind: CredentialKind): boolean {
  if (own) return authenticates(analysis, node) !== false;
  return authenticates(analysis, node, false) !== false && !(kind !== 'registration' && makesExceptions(analysis, node));
}

/** Does `POST /users` ask by itself who it is that makes an account? */
function isClosedInside(analysis: Analysis, path: string, handlers: readonly FunctionNode[]): boolean {
  return !/sign|regist/i.test(path) && handlers.some((fn) => asksForUser(analysis, fn));
}

function decorated(analysis: Analysis, module: Module): UnlimitedRoute[] {
  return decoratedRoutesOf(analysis, module).flatMap((route): UnlimitedRoute[] => {
    const kind = credentialKindOf(analysis, route.method, route.path, nameOfMethod(route), [route.fn]);
    if (kind === undefined || limitsItself(analysis, route.fn)) return [];
    if (route.decorators.some((each) => !isSetting(analysis, each) && limits(analysis, each) === true)) return [];
    const app = surroundingsOf(analysis, module);
    if (!app.whole) return [];
    const middleware = app.middleware.filter(({ before }) => before(route)).map(({ node }) => node);
    if ([...app.guards, ...middleware, ...route.guards].some((guard) => limits(analysis, guard) !== false)) return [];
    if (route.guards.some((guard) => authenticates(analysis, guard) !== false)) return [];
    if (!isOpened(route) && [...app.guards, ...middleware].some((guard) => authenticates(analysis, guard, false) !== false && !makesExceptions(analysis, guard))) return [];
    return [{ node: route.node, library: route.library, kind, method: route.method, path: route.path }];
  });
}

/** A limiter's own decorators only set what its guard reads. */
function isSetting(analysis: Analysis, decorator: Expression): boolean {
  const value = analysis.valueOf(isCall(decorator) ? calleeOf(decorator) : decorator);
  return value.kind === 'member' && value.library.kind === 'limiting';
}

/** Does a decorator say that the route is open: `@Public()`? */
function isOpened({ decorators }: DecoratedRoute): boolean {
  return decorators.some((each) => /public|anonym|skip|open|no_?auth|unauth|exclude|none/i.test(lastName(each.type === 'CallExpression' ? each.callee : each) ?? ''));
}
