/** Which routes let somebody in: they take a password, a code, or make an account. */
import { type FunctionNode, isClass } from '../syntax/ast.js';
import { parameterPattern, parametersOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { codeOf, reaches } from './limiting.js';

export type CredentialKind = 'login' | 'registration' | 'passwordReset' | 'oneTimeCode';

/** Words that say nothing but that it is about accounts. */
const ABOUT_ACCOUNTS = /^(?:\?.*|api|rest|public|v\d+|auth|authentication|authn|identity|iam|users?|accounts?|customers?|members?|admins?|clients?|me|email|local|password|sessions?|profiles?|www|web|mobile|app|)$/;
const WHO = '(?:users?|admins?|accounts?|customers?|members?|emails?|local|phone|mobile|sms|basic|staff|student|employee|seller|vendor|author)?';
const LOGIN = new RegExp(`^(?:post|do|handle)?${WHO}(?:log_?in|sign_?in|log_?on|authenticate)(?:with|by|via)?${WHO}(?:password|credentials|submit|request|handler)?$`);
const SESSION = /^(?:sessions?|tokens?|auth|authentication|jwt)$/;
const REGISTRATION = new RegExp(`^(?:post|do|handle)?${WHO}(?:register|sign_?up|registration)(?:with|by|via)?${WHO}(?:password|submit|request|handler)?$`);
const SIGN_UP = /sign_?up/;
const ACCOUNTS = /^(?:users?|accounts?|customers?|members?)$/;
const CREATES = new RegExp(`^(?:create|add|new)${WHO}$`);
const RESET = /(?:forgot(?:ten)?|reset|recover|lost|restore)(?:my|your|the|user|account)?(?:password|passwd|passphrase|pass|pwd|pw)|(?:password|passwd|pass|pwd|pw)(?:forgot(?:ten)?|reset|recover(?:y)?|lost|restore)/;
const RESET_ALONE = /^(?:forgot|recover|recovery)$/;
const CODE = /(?:^|verify|send|check|validate|request|confirm|generate|email|sms|phone|mobile|login|signin|with|by|via)otp|2fa|two_?factor|mfa(?!ctor)|one_?time_?(?:code|password|pin)|passcode|magic_?link|(?:verif(?:y|ication)|sign_?in|login|sms|confirm(?:ation)?|auth|access)_?code|(?:send|resend|request|check|confirm|validate|verify)_?(?:sms|code|pin)/;
/** What is set up or asked for by somebody who is signed in already, and what other servers or devices call. */
const SOMETHING_ELSE = /^(?:oauth2?|sso|saml2?|oidc|callback|acs|webhooks?|webauthn|passkeys?|enable|disable|setup|status|generate|qr|qrcode|recoverycodes|backupcodes|regenerate|log_?out|sign_?out|token_?info|introspect|revoke|settings?)$/;

/** Compact words of an address, parameters left out: `/auth/reset-password/:token` → `['auth', 'resetpassword']`. */
function wordsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '' && !segment.startsWith(':') && !/^[[{]/.test(segment)).map((segment) => segment.toLowerCase().replace(/[-_.]/g, '').replace(/\([^(]*\)|\*.*/g, ''));
}

/** What a route takes, by its address and the name of its handler; `undefined` for any other route. What the words leave open, the code decides. */
export function credentialKindOf(analysis: Analysis, method: string, path: string, name: string | undefined, handlers: readonly FunctionNode[]): CredentialKind | undefined {
  if (!['post', 'put', 'patch', '*'].includes(method)) return undefined;
  const words = wordsOf(path);
  if (words.some((word) => SOMETHING_ELSE.test(word))) return undefined;
  const last = words.at(-1) ?? '';
  const isAccount = words.slice(0, -1).every((word) => ABOUT_ACCOUNTS.test(word));
  const takesPassword = (): boolean => handlers.some((fn) => mentionsPassword(analysis, fn));
  const compact = (name ?? '').toLowerCase().replace(/_|(?:controller|handler|request|action|async)$/g, '');
  const hasParameter = /[:{[]/.test(path);
  if (RESET.test(last) || RESET.test(words.slice(-2).join('')) || (RESET_ALONE.test(last) && isAccount)) return 'passwordReset';
  if (CODE.test(last) || (CODE.test(words.at(-2) ?? '') && /^(?:verify|check|confirm|resend|send|request|validate|login|signin|totp|email|sms)$/.test(last))) return 'oneTimeCode';
  if (last === 'reset' && isAccount && takesPassword()) return 'passwordReset';
  if (LOGIN.test(last)) return 'login';
  if (REGISTRATION.test(last) && (SIGN_UP.test(last) || isAccount ? isAccount || takesPassword() : takesPassword())) return 'registration';
  if (!isAccount || hasParameter) return undefined;
  if (SESSION.test(last) && (method === 'post' || method === '*') && (LOGIN.test(compact) || /^create(?:session|token)?$|^post$/.test(compact) || compact === '') && takesPassword()) return 'login';
  if ((method === 'post' || method === '*') && (ACCOUNTS.test(last) || CREATES.test(last)) && takesPassword()) return LOGIN.test(compact) ? 'login' : 'registration';
  // `router.post('/', login)`: the address stands where nobody can read it.
  if (!ABOUT_ACCOUNTS.test(last)) return undefined;
  if (RESET.test(compact)) return 'passwordReset';
  if (!takesPassword()) return undefined;
  return LOGIN.test(compact) ? 'login' : REGISTRATION.test(compact) ? 'registration' : undefined;
}

/** Does a handler, the class that its input is declared to be, or a function that it calls speak of a password? */
function mentionsPassword(analysis: Analysis, fn: FunctionNode): boolean {
  if (parametersOf(fn).some((parameter) => declaresPassword(analysis, parameter))) return true;
  return reaches(analysis, fn, 'password', (each) => PASSWORD.test(codeOf(each)));
}

const PASSWORD = /passw(?:or)?d|\bpwd\b|\bpass\b/i;

function declaresPassword(analysis: Analysis, parameter: Parameters<typeof parameterPattern>[0]): boolean {
  const pattern = parameterPattern(parameter);
  const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined;
  const value = annotation ? analysis.typeValue(annotation) : undefined;
  if (value?.kind !== 'instance' && value?.kind !== 'foreign') return false;
  const declared = value.kind === 'instance' ? value.of : value.declared;
  if (!declared) return false;
  const base = isClass(declared) && declared.superClass ? analysis.valueOf(declared.superClass) : undefined;
  return PASSWORD.test(codeOf(declared)) || (base?.kind === 'class' && PASSWORD.test(codeOf(base.node)));
}
