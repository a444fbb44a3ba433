/** What is sensitive, by its name: the one place that knows the words. */

/**
 * `password`: what proves who a user is, or what is left of it (a hash, a salt). `once`: a token that stands in for it for a while (a reset, a
 * verification, a one-time code). `secret`: what opens something else (another service, the second factor, the database).
 */
export type Sensitivity = 'password' | 'once' | 'secret';

/**
 * What a field or variable holds by its name; `undefined` for anything that is not known to be sensitive, words that only contain such a one
 * included (`passwordChangedAt`, `hasPassword`, `tokenType`, `publicKey`).
 * @param ofUser does it belong to something that logs in? A `hash` is a password's there, and a file's elsewhere.
 */
export function sensitivityOf(name: string, ofUser = false): Sensitivity | undefined {
  const words = wordsOf(name);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || ABOUT_BEFORE.has(first) || ABOUT_AFTER.has(last) || words.some((word) => HARMLESS.has(word))) return undefined;
  const text = words.join(' ');
  if (/^confirm(?:ation|ed)? \w+$|^\w+ confirm(?:ation)?$/.test(text) && words.includes('password')) return undefined;
  if (ONCE.test(text)) return 'once';
  if (PASSWORD.test(text) || (ofUser && /^(?:hash|salt)$/.test(text))) return 'password';
  return SECRET.test(text) ? 'secret' : undefined;
}

/** `resetPasswordToken`, `reset_password_token`, `RESET_PASSWORD_TOKEN` → `reset`, `password`, `token` */
function wordsOf(name: string): string[] {
  return name.replace(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4').toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== '').flatMap((word) => JOINED[word] ?? [word]);
}

/** Words that are often written as one. */
const JOINED: Readonly<Record<string, readonly string[]>> = {
  accesstoken: ['access', 'token'], refreshtoken: ['refresh', 'token'], apikey: ['api', 'key'], apisecret: ['api', 'secret'], clientsecret: ['client', 'secret'], privatekey: ['private', 'key'],
  secretkey: ['secret', 'key'], resettoken: ['reset', 'token'], passwordhash: ['password', 'hash'], hashedpassword: ['hashed', 'password'], verificationtoken: ['verification', 'token'],
};

/** Before the word, these make a flag, a date or an action of it. */
const ABOUT_BEFORE = new Set(['has', 'is', 'must', 'require', 'requires', 'required', 'need', 'needs', 'allow', 'allows', 'enable', 'enabled', 'enables', 'force', 'use', 'uses', 'show', 'hide', 'change', 'can', 'should', 'no', 'without', 'set', 'last', 'num', 'min', 'max', 'count', 'send', 'public', 'csrf', 'xsrf', 'validate', 'check', 'generate', 'get', 'on', 'supports', 'next', 'expired', 'invalid', 'wrong', 'missing']);
/** After it, these speak about it. */
const ABOUT_AFTER = new Set(['at', 'on', 'by', 'date', 'time', 'timestamp', 'expires', 'expire', 'expiry', 'expiration', 'exp', 'expired', 'in', 'ttl', 'until', 'changed', 'updated', 'created', 'sent', 'used', 'usage', 'set', 'required', 'enabled', 'verified', 'valid', 'validated', 'strength', 'score', 'length', 'policy', 'attempts', 'attempt', 'count', 'counter', 'tries', 'hint', 'version', 'id', 'ids', 'type', 'types', 'name', 'names', 'url', 'uri', 'path', 'link', 'algorithm', 'algo', 'rounds', 'iterations', 'status', 'state', 'label', 'prefix', 'suffix', 'scope', 'scopes', 'field', 'input', 'error', 'errors', 'message', 'page', 'text', 'title', 'description', 'placeholder', 'limit', 'method', 'methods', 'provider', 'service', 'manager', 'info', 'meta', 'metadata', 'kind', 'format', 'validator', 'rule', 'rules', 'schema', 'history', 'only', 'protected', 'protection', 'reset', 'change', 'flag', 'address', 'arn', 'ref', 'last4', 'preview', 'mask', 'masked', 'header', 'index', 'size', 'minutes', 'hours', 'seconds', 'days', 'ms', 'cost', 'budget', 'price', 'usd']);
const HARMLESS = new Set(['public', 'publishable', 'masked', 'redacted', 'obfuscated', 'repeat', 'again', 'retype', 'csrf', 'xsrf']);

const PASSWORD = /(?:^| )(?:password|passwd|pwd|passphrase)(?: (?:hash|hashed|salt|digest|bcrypt|encrypted|plain))*$|^(?:pass|pass hash|pw|pw hash)$|^(?:hash|salt) (?:of )?password$|^(?:hashed|encrypted|crypted) pass$/;
const ONCE = /(?:reset|forgot|forgotten|recover|recovery|verify|verification|confirm|confirmation|activation|activate|magic(?: link)?|one time|otp|unlock)(?: \w+){0,2} (?:token|code|key|secret|hash|otp|string)(?: hash)?$|^(?:token|code) (?:reset|verification)$|^(?:\w+ )?otp$|^(?:hashed )?(?:password|email) (?:token|code)$/;
const SECRET = new RegExp(
  [
    '^(?:totp|otp|mfa|2fa|tfa|two factor|two fa|two factor auth|two factor authentication|authenticator|google authenticator|t otp)(?: auth)? (?:secret|key|seed)(?: \\w{5,6})?$',
    '^(?:\\w+ )*(?:backup|recovery|scratch) codes?$',
    '(?:^| )(?:access|refresh|oauth|bearer) tokens?(?: (?:hash|secret|encrypted))?$',
    '^(?:oauth|session) token$',
    '(?:^| )(?:client|api|app|application|consumer|webhook|signing|shared|oauth|jwt|cookie|session|encryption|bot) secret$',
    '^secret$',
    '(?:^| )(?:private|secret|secret access|encryption|master) key(?: pem)?$',
    '^(?:secret )?api key(?: (?:hash|secret))?$',
    '^(?:hashed|encrypted) (?:api )?(?:key|token|refresh token|secret)$',
    '^(?:connection string|(?:database|db|mongo|mongodb|postgres|redis|mysql) (?:url|uri|connection string))$',
  ].join('|'),
);

/** Is this the name of something that a log must not show: a secret, or a token that lets whoever reads it in? */
export function loggedSecret(name: string): boolean {
  const text = wordsOf(name).join(' ');
  return (sensitivityOf(name) !== undefined && !/^(?:pass|pw)$/.test(text)) || LET_IN.test(text);
}

const LET_IN = /^(?:\w+ )?(?:auth|jwt|bearer|id|session|login|api|access|refresh) token$|^jwt$|^authorization(?: header)?$|^auth header$/;

/** Is this the name of something that logs in? */
export function isUserLike(model: string): boolean {
  return /user|account|member|customer|admin|auth|person|employee|patient|student|teacher|owner|author|login|credential/i.test(model);
}
