/** Steps that ask for a role, and steps that find out who it is that asks. */
import type { Analysis } from '../flow/analysis.js';
import { type ClassNode, type Expression, type FunctionNode, type Node, calleeOf, isCall, unwrap } from '../syntax/ast.js';
import { lastName } from '../syntax/names.js';
import { codeOf } from './limiting.js';
import { authenticatorOf, partsOf } from './steps.js';

/** Reads the user that an earlier step has hung on the request. */
const READS_USER = /\b(?:req|request|ctx|context|c|state|locals)\b(?:\.(?:state|locals|raw|request))?\s*[?!]?\.\s*(?:user|auth|currentUser)\b|\{[^{}=]*\buser\b[^{}=]*\}\s*(?::\s*\w+\s*)?=\s*(?:await\s+)?(?:\w+(?:\(\))?\.)*(?:req|request|state|getRequest(?:<\w+>)?\(\))|getRequest(?:<\w+>)?\(\)[^;]{0,20}\.user\b|\.get\(\s*['"](?:user|auth|jwtPayload)['"]\s*\)/;
const ROLES = /roles?\b|role_|is_?admin|isSuper|permissions?\b|privilege|\.admin\b|\brights?\b|\bscopes?\b/i;
const REFUSES = /\b40[13]\b|forbidden|unauthori[sz]ed|access denied|not_?allowed|throw\b|redirect\s*\(|next\s*\(\s*(?:new|\w*err)|return false|canActivate/i;
/** Finds out who asks, or keeps it: such a guard needs nothing before it. */
const FINDS_OUT = /\.(?:user|auth|currentUser|userId)\s*=(?!=)|\bset\s*\(\s*['"](?:user|auth|userId|jwtPayload)|authorization|\bverify\w*\s*\(|\bjwt\w*\s*[.(]|passport|isAuthenticated|session|cookie|getToken|bearer|api-?key|decode\w*\s*\(|super\.canActivate|clerk|currentUser\s*\(/i;
/** Looks somebody up. A handler does so for many reasons, a guard for one. */
const LOOKS_UP = /\bfind(?:One|ById|Unique|ByPk|First)?\s*\(/;
const SETS_USER = /\b(?:req|request|ctx|context|state|locals)\b[\w.]*\.(?:user|auth|currentUser)\s*=(?!=)|\bset\s*\(\s*['"](?:user|auth|jwtPayload)['"]/;
/** Names of what may find out who asks, where nobody can look inside. */
const MAY_FIND_OUT = /auth|user|session|jwt|token|passport|identity|login|signed|protect|clerk|guard|verify|context|oauth|saml|oidc|sso/i;
/** What packages have that is no matter of who asks, by the names that it goes by. */
const HARMLESS = /^(?:helmet|cors|compress(?:ion)?|morgan|json|urlencoded|raw|text|static|serveStatic|express|logger|pino\w*|hpp|xss|mongoSanitize|sanitize\w*|bodyParser|koaBody|multer|(?:express)?(?:file)?upload|single|array|fields|none|csrf|csurf|favicon|swagger\w*|serve|setup|i18n|flash|responseTime|timeout|methodOverride|requestId|validate\w*|celebrate|check\w*|body|param|query|zValidator|rateLimit\w*|limiter|noCache|frameguard|hsts|xssFilter|nosniff|prettyJSON|secureHeaders|etag|cookieParser)$/i;

/** Does a step ask for the role of somebody whom an earlier step must have found? */
export function asksForRole(analysis: Analysis, node: Expression): boolean {
  const { calls, functions, classes } = partsOf(analysis, node);
  if (calls.some((call) => authenticatorOf(analysis, call) !== undefined)) return false;
  const code = [...functions, ...classes];
  return code.some(guardsByRole) && !code.some((each) => mayFindOutIn(each) || LOOKS_UP.test(ownWords(each)));
}

function guardsByRole(node: FunctionNode | ClassNode): boolean {
  const text = codeOf(node);
  return READS_USER.test(text) && ROLES.test(text) && REFUSES.test(text);
}

/** Does the code of a function or class speak of anything by which it could find out who asks? */
export function mayFindOutIn(node: Node): boolean {
  return FINDS_OUT.test(ownWords(node));
}

/** The code, without types and longer texts, which only look as if something were found out. */
function ownWords(node: Node): string {
  return codeOf(node).replace(/:\s*[A-Z]\w*(?:<[^<>]*>)?/g, '').replace(/(['"`])[^'"`\n]*\1/g, (text) => (/authorization|user|auth/i.test(text) && text.length < 20 ? text : "''"));
}

/**
 * Does a step find out who asks? `certain` where its code or the catalogue says so, `possible` where it may, `foreign` for a package's of which nothing is said;
 * `undefined` where it does not.
 */
export function findsOut(analysis: Analysis, node: Expression): 'certain' | 'possible' | 'foreign' | undefined {
  const parts = partsOf(analysis, node);
  const { names, calls, functions, classes } = parts;
  if (calls.some((call) => authenticatorOf(analysis, call) !== undefined)) return 'certain';
  if (classes.some((each) => extendsAuthenticator(analysis, each)) || names.some((name) => analysis.options.names.authMiddleware?.includes(name))) return 'certain';
  if (asksForRole(analysis, node)) return undefined;
  const code = [...functions, ...classes];
  if (code.some((each) => SETS_USER.test(codeOf(each)))) return 'certain';
  if (code.some((each) => mayFindOutIn(each) || LOOKS_UP.test(ownWords(each))) || names.some((name) => MAY_FIND_OUT.test(name)) || parts.unseen) return 'possible';
  return parts.foreign && !names.some((name) => HARMLESS.test(name)) ? 'foreign' : undefined;
}

/** May a step have found out who asks, so that a guard behind it is in order? Where something else does so later, a package's of which nothing is said has not. */
export function mayFindOut(analysis: Analysis, node: Expression): boolean {
  const found = findsOut(analysis, node);
  return found === 'certain' || found === 'possible';
}

/** `class JwtGuard extends AuthGuard('jwt')`, itself or by a class between. */
function extendsAuthenticator(analysis: Analysis, node: ClassNode, depth = 0): boolean {
  const base = node.superClass;
  if (!base || depth > 4) return false;
  if (partsOf(analysis, base).calls.some((call) => authenticatorOf(analysis, call) !== undefined)) return true;
  const value = analysis.valueOf(base);
  return value.kind === 'class' && extendsAuthenticator(analysis, value.node, depth + 1);
}

const SENDS = /\b(?:res|reply|response)\b[\s\S]*\.\s*(?:json|send|render|redirect|end)\s*\(|\bctx\.body\s*=(?!=)|\breturn\s+c\.(?:json|text|html|body)\s*\(/;

/** Does a step answer, and never pass on? */
export function isHandler(analysis: Analysis, node: Expression): boolean {
  const { functions, unseen, foreign } = partsOf(analysis, node);
  const [fn, ...others] = functions;
  return fn !== undefined && others.length === 0 && !unseen && !foreign && SENDS.test(codeOf(fn)) && !/\bnext\b/.test(codeOf(fn));
}

/** How a message calls a step; by what it is where it has no name. */
export function nameOfStep(node: Expression, otherwise: string): string {
  const inner = unwrap(node);
  const name = lastName(isCall(inner) ? calleeOf(inner) : inner);
  return name === undefined ? otherwise : `\`${name}\``;
}
