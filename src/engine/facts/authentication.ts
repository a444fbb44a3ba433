/** What finds out who asks, and refuses where nobody can be told. */
import type { Analysis } from '../flow/analysis.js';
import type { Call, ClassNode, Expression, FunctionNode } from '../syntax/ast.js';
import { argumentsOf, inside } from '../syntax/ast.js';
import { staticString } from '../syntax/names.js';
import { moduleOf } from '../modules/parse.js';
import { codeOf, reaches } from './limiting.js';
import { authenticatorOf, partsOf } from './steps.js';

/** Ways of finding out who asks that take the credentials themselves: they are the login. */
const BY_CREDENTIALS = /^(?:local|log-?in|sign-?in|sign-?up|register|ldap(?:auth)?|basic|password|credentials|anonymous)/i;
/** Names of what asks for somebody who is signed in. */
const BY_NAME = /auth|protect|guard|logged_?in|signed_?in|(?:require|ensure|check|verify|need|must|is|validate)_?(?:be_?)?(?:user|login|session|admin|role|token|jwt|permission|owner|identity)|jwt|permission|^session_?(?:required|check)|access_?control|api_?key/i;
const BY_NAME_NOT = /(?:^|_|[a-z])(?:not|un)_?(?:auth|logged|signed)|guest|anonym|optional|loose|local|login(?!_?required|ed)|sign_?(?:up|in(?!ed))|register|author(?!i)|validat(?:e|or)_?auth|auth_?(?:validat|schema|router|routes|controller|service|dto)|no_?auth|skip|public/i;
const REFUSES = /\b40[13]\b|unauthori[sz]ed|forbidden|not_?authenticated|isAuthenticated\s*\(|jwtVerify|redirect\s*\(/i;
const ASKS = /authorization|\.user\b|\.session\b|cookie|token|bearer|isAuthenticated|jwt|currentUser|api-?key|\.auth\b/i;

/**
 * Does a step let only those through who are signed in? `undefined` where it cannot be seen.
 * @param byName may its name alone tell, whatever can be seen of it?
 */
export function authenticates(analysis: Analysis, node: Expression, byName = true): boolean | undefined {
  const parts = partsOf(analysis, node);
  const { authMiddleware = [] } = analysis.options.names;
  if (parts.names.some((name) => authMiddleware.includes(name))) return true;
  if (parts.calls.some((call) => argumentsOf(call).some((argument) => BY_CREDENTIALS.test(staticString(argument) ?? '')))) return false;
  const known = parts.calls.map((call) => isAsking(analysis, call)).filter((each) => each !== undefined);
  if (known.length > 0) return known.includes(true);
  if (parts.names.some((name) => BY_NAME_NOT.test(name))) return false;
  const byClasses = parts.classes.map((each) => classAuthenticates(analysis, each));
  if (byClasses.includes(true)) return true;
  if (parts.functions.some((fn) => asksForUser(analysis, fn))) return true;
  if (byName && parts.names.some((name) => BY_NAME.test(name))) return true;
  return parts.unseen || byClasses.includes(undefined) ? undefined : false;
}

/** Does a call to a package's function ask for somebody who is signed in, not for credentials? `undefined` for any other call. */
function isAsking(analysis: Analysis, call: Call): boolean | undefined {
  const known = authenticatorOf(analysis, call);
  return known && !known.open && !(known.strategy !== undefined && BY_CREDENTIALS.test(known.strategy));
}

/** A guard class: what it does, or what it extends. */
function classAuthenticates(analysis: Analysis, node: ClassNode): boolean | undefined {
  if (node.id && BY_NAME_NOT.test(node.id.name)) return false;
  const text = codeOf(node);
  if ((ASKS.test(text) && REFUSES.test(text)) || inside(moduleOf(node).bindings.calls, node, (call) => call).some((call) => isAsking(analysis, call) === true)) return true;
  return node.superClass !== null && authenticates(analysis, node.superClass);
}

/** Does a function look for who asks, and refuse? */
export function asksForUser(analysis: Analysis, fn: FunctionNode): boolean {
  return reaches(analysis, fn, 'user', (each, calls) => {
    const text = codeOf(each);
    return (ASKS.test(text) && REFUSES.test(text)) || calls.some((call) => isAsking(analysis, call) === true);
  });
}

/** Does a step make exceptions for some addresses, so that it says nothing of a route that must be open? */
export function makesExceptions(analysis: Analysis, node: Expression): boolean {
  const parts = partsOf(analysis, node);
  const text = [codeOf(node), ...parts.functions.map(codeOf), ...parts.classes.map(codeOf), ...parts.calls.map(codeOf)].join('\n');
  return /unless|log_?in|sign_?(?:up|in)|register|whitelist|allow_?list|public|exclude|skip|exempt|originalUrl|\.(?:url|path|pathname)\b|reflector/i.test(text);
}
