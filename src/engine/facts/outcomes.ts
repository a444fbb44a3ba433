/** What the body of an answer says of how a request went. */
import { variableOf } from '../binding/scope.js';
import { typeField } from '../match/catalogue.js';
import { moduleOf, oneLine } from '../modules/parse.js';
import { type Call, type Expression, type Node, type ObjectExpression, argumentsOf, asMember, calleeOf, enclosingFunction, isCall, isFunction, parentOf, unwrap } from '../syntax/ast.js';
import { keyName, lastName, parametersOf, propertyName, staticString, textOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { type Condition, conditionsAt } from '../flow/conditions.js';
import { calledFunction } from '../flow/invocation.js';
import { isWrittenTo } from '../flow/loops.js';
import { spelledOut } from '../flow/spelled.js';
import { returnsOf } from '../flow/trace.js';
import { handlerAround } from './layers.js';
import { constantOf, numbersIn } from './statuses.js';

export interface Outcome {
  readonly failed: boolean;
  /** The part of the body that says so, as the source has it. */
  readonly text: string;
  /** The status that the body names, or that its words ask for. */
  readonly fitting: number;
  /** A result stands beside the error. */
  readonly partly?: boolean;
  /** It stands where something has failed: in a `catch`, a rejection handler, the error handler. */
  readonly afterFailure: boolean;
}

const FLAG = /^(?:is_?)?(?:success(?:ful)?|succeeded|ok)$/i;
const STATE = /^(?:status|state|result|outcome)$/i;
const CODE = /^(?:status|status_?code|http_?status(?:_?code)?|code)$/i;
const ERROR = /^(?:err|errors?|error_?(?:message|msg|text)|err_?msg)$/i;
const MESSAGE = /^(?:message|msg|details?|reason)$/i;
/** What stands beside an error or a message and says nothing of its own. */
const BESIDE = /^(?:data|payload|result|code|name|type|field|fields|path|timestamp|request_?id|trace_?id|method|url|error_?code|status|status_?code|stack|hint)$/i;
/** Answers of protocols that have a status of their own inside the body. */
const PROTOCOL = /^(?:jsonrpc|response_?type|response_?action|is_?error|__typename|challenge)$/i;
const FAILING = /^(?:error|err|fail|failed|failure|ko|nok)$/i;
const SUCCEEDING = /^(?:success|successful|ok|succeeded)$/i;
const FAILED_TEXT = /\berrors?\b|\bfail(?:ed|ure|s)?\b|\binvalid\b|\bunable to\b|\bcan(?:no|'|’)t\b|\bcannot\b|\bcould(?: not|n['’]t)\b|\bnot (?:found|exist|valid|allowed|authori[sz]ed|authenticated|permitted|supported|available|logged in|match|registered|enough)\b|\b(?:does|do|did|is|was|are)(?: not|n['’]t)\b|\bunauthori[sz]ed\b|\bforbidden\b|\bdenied\b|\bincorrect\b|\bwrong\b|\balready (?:exists?|in use|taken|registered|used|been)\b|\bno such\b|\b(?:is|are) (?:required|missing)\b|\bexpired\b|\btry again\b/i;
/** Whoever writes this has done what was to be done. */
const PASSED_OVER = /\bskip(?:ped|ping)\b|\bignor(?:ed|ing)\b|\bnon-?retryable\b/i;
const SUCCESS_TEXT = /\bsuccess(?:ful(?:ly)?)?\b/i;
const DENIED_TEXT = /\b(?:not|no|un\w+|without|n['’]t|fail\w*|errors?|denied|already|invalid|missing|required|must|cannot|unable)\b|n['’]t\b/i;

/** How a body says that the request went, by words that leave no doubt; `undefined` where it says nothing, or where that hangs on a value. */
export function outcomeOf(analysis: Analysis, body: Expression, answer: Node): Outcome | undefined {
  const place = placeOf(analysis, answer);
  const said = outcomeIn(analysis, body, place, 0);
  return said && { ...said, afterFailure: place.afterFailure };
}

type Said = Omit<Outcome, 'afterFailure'>;

/** Where an answer stands. */
interface Place {
  /** Only after something has failed: in a `catch`, in a rejection handler, in the error handler. */
  readonly afterFailure: boolean;
  readonly conditions: readonly Condition[];
}

function placeOf(analysis: Analysis, answer: Node): Place {
  const conditions = conditionsAt(answer);
  const handler = handlerAround(analysis, answer);
  const caught = conditions.some(({ test, holds }) => holds && test.type === 'Identifier' && analysis.valueOf(test).kind === 'caught');
  return { conditions, afterFailure: caught || handler?.layer === 'errorHandler' || isInRejection(answer) };
}

/** In a `catch`, or in the function that a promise's rejection runs. */
function isInRejection(node: Node): boolean {
  for (let child = node, parent = parentOf(child); parent; child = parent, parent = parentOf(child)) {
    if (parent.type === 'CatchClause') return true;
    if (isFunction(child) && isCall(parent)) {
      const name = lastName(calleeOf(parent));
      const at = argumentsOf(parent).indexOf(child);
      if ((name === 'catch' && at === 0) || (name === 'then' && at === 1)) return true;
    }
  }
  return false;
}

function outcomeIn(analysis: Analysis, body: Expression, place: Place, depth: number): Said | undefined {
  const inner = unwrap(body);
  if (depth > 3) return undefined;
  if (inner.type === 'ObjectExpression') return ofObject(analysis, inner, place);
  if (inner.type === 'Identifier') {
    const spelled = spelledOut(inner);
    return spelled === inner || isWrittenTo(inner) || enclosingFunction(spelled) !== enclosingFunction(inner) ? undefined : outcomeIn(analysis, spelled, place, depth + 1);
  }
  if (isCall(inner)) return ofCall(analysis, inner, place, depth);
  const text = textOf(inner);
  return text === undefined ? undefined : ofText(text, place);
}

/** `JSON.stringify(body)`, and functions of the app that put a body together, or their argument into one. */
function ofCall(analysis: Analysis, call: Call, place: Place, depth: number): Said | undefined {
  const args = argumentsOf(call);
  const [first] = args;
  const owner = asMember(calleeOf(call))?.object;
  if (owner?.type === 'Identifier' && owner.name === 'JSON' && first && first.type !== 'SpreadElement') return outcomeIn(analysis, first as Expression, place, depth + 1);
  const fn = call.type === 'CallExpression' ? calledFunction(analysis, call) : undefined;
  const returned = fn ? returnsOf(fn).map((each) => unwrap(each)) : [];
  const [only] = returned;
  if (!fn || returned.length !== 1 || only?.type !== 'ObjectExpression') return undefined;
  const made = ofObject(analysis, only, { afterFailure: false, conditions: [] });
  if (made?.failed) return made;
  for (const property of only.properties) {
    if (property.type !== 'Property' || property.value.type !== 'Identifier') continue;
    const { name } = property.value;
    const at = parametersOf(fn).findIndex((parameter) => parameter.type === 'Identifier' && parameter.name === name);
    const argument = at < 0 ? undefined : args[at];
    const outcome = argument && argument.type !== 'SpreadElement' && unwrap(argument as Expression).type !== 'Literal' ? outcomeIn(analysis, argument as Expression, place, depth + 1) : undefined;
    if (outcome?.failed) return outcome;
  }
  return undefined;
}

function ofText(text: string, place: Place): Said | undefined {
  if (/^\s*[<{[]/.test(text) || PASSED_OVER.test(text)) return undefined;
  if (FAILED_TEXT.test(text)) return place.afterFailure || place.conditions.length > 0 ? { failed: true, text: `'${text}'`, fitting: fittingFor(text, place) } : undefined;
  return SUCCESS_TEXT.test(text) && !DENIED_TEXT.test(text) ? { failed: false, text: `'${text}'`, fitting: 200 } : undefined;
}

function ofObject(analysis: Analysis, object: ObjectExpression, place: Place): Said | undefined {
  const says: { failed: boolean; node: Node; status?: number }[] = [];
  let error: Node | undefined;
  let message: string | undefined;
  let messageNode: Node | undefined;
  let more = false;
  let partly = false;
  for (const property of object.properties) {
    if (property.type !== 'Property') {
      more = true;
      continue;
    }
    const key = keyName(property.key, property.computed) ?? '';
    const literal = constantOf(analysis, property.value);
    const code = CODE.test(key) ? numbersIn(analysis, property.value) : undefined;
    if (PROTOCOL.test(key)) return undefined;
    if (FLAG.test(key)) {
      // What hangs on a value is no outcome that is known.
      if (typeof literal !== 'boolean') return undefined;
      says.push({ failed: !literal, node: property });
    } else if (code?.all && code.values.length === 1 && code.values.every((each) => each >= 400 && each < 600)) says.push({ failed: true, node: property, status: code.values[0]! });
    else if (STATE.test(key) && typeof literal === 'string' && (FAILING.test(literal) || SUCCEEDING.test(literal))) says.push({ failed: FAILING.test(literal), node: property });
    else if (STATE.test(key) && typeof literal === 'boolean') says.push({ failed: !literal, node: property });
    else if (ERROR.test(key)) {
      const is = isError(analysis, property.value, place);
      if (is === undefined) return undefined;
      if (is) error = property;
    } else if (MESSAGE.test(key)) {
      messageNode = property;
      message ??= textIn(analysis, property.value);
    } else if (typeof literal === 'boolean') return undefined;
    else if (!BESIDE.test(key)) {
      more = true;
      partly ||= literal === undefined;
    }
  }
  const failures = says.filter(({ failed }) => failed);
  const [failure] = failures;
  if (failures.length < says.length && (failure || error)) return undefined;
  const words = message ?? (error?.type === 'Property' ? textIn(analysis, error.value as Expression) : undefined);
  const told = (node: Node, status?: number): Said => ({ failed: true, text: oneLine(node, 60), fitting: status ?? fittingFor(words ?? '', place) });
  if (failure) return told(failure.node, failures.find(({ status }) => status !== undefined)?.status);
  const onFailure = place.afterFailure || place.conditions.length > 0;
  if (error && (onFailure || !more)) return { ...told(error), partly };
  if (says[0]) return { failed: false, text: oneLine(says[0].node, 60), fitting: 200 };
  if (!messageNode || message === undefined || more) return undefined;
  if (FAILED_TEXT.test(message)) return onFailure ? told(messageNode) : undefined;
  return SUCCESS_TEXT.test(message) && !DENIED_TEXT.test(message) ? { failed: false, text: oneLine(messageNode, 60), fitting: 200 } : undefined;
}

/** The fixed text of a value, constants and texts that a translation is asked for included. */
function textIn(analysis: Analysis, node: Expression): string | undefined {
  const inner = unwrap(node);
  const constant = constantOf(analysis, inner);
  if (typeof constant === 'string') return constant;
  return textOf(inner) ?? (isCall(inner) ? staticString(argumentsOf(inner)[0]) : undefined);
}

/** Is what stands under the key of an error one? `undefined` where that hangs on a value. */
function isError(analysis: Analysis, node: Expression, place: Place): boolean | undefined {
  const inner = unwrap(node);
  const constant = constantOf(analysis, inner);
  if (constant !== undefined) return Boolean(constant);
  if (inner.type === 'ObjectExpression') return inner.properties.length > 0;
  if (inner.type === 'ArrayExpression') return inner.elements.length > 0;
  if (inner.type === 'Identifier' && inner.name === 'undefined') return false;
  if (inner.type === 'TemplateLiteral' || (inner.type === 'BinaryExpression' && inner.operator === '+')) return true;
  if (inner.type === 'ConditionalExpression' || inner.type === 'LogicalExpression') {
    const parts = inner.type === 'ConditionalExpression' ? [inner.consequent, inner.alternate] : [inner.left, inner.right];
    return parts.every((part) => isError(analysis, part, place) === true) || (place.afterFailure && inner.type === 'LogicalExpression' && inner.operator !== '&&') ? true : undefined;
  }
  if (place.afterFailure && isOfCaught(analysis, inner)) return true;
  if (isCall(inner) && staticString(argumentsOf(inner)[0]) !== undefined && place.conditions.length > 0) return true;
  return isKnownToBe(inner, place.conditions) ? true : undefined;
}

/** `err.message`, `messageOf(err)` */
function isOfCaught(analysis: Analysis, node: Expression): boolean {
  if (isCall(node)) return argumentsOf(node).some((argument) => argument.type !== 'SpreadElement' && isOfCaught(analysis, unwrap(argument as Expression))) || isOfCaught(analysis, calleeOf(node));
  if (node.type === 'MemberExpression') return isOfCaught(analysis, unwrap(node.object));
  return analysis.valueOf(node).kind === 'caught';
}

/** Has a condition asked for it: `if (error)`, `if (!result.success) … result.error`, `if (!errors.isEmpty()) … errors.array()`? */
function isKnownToBe(node: Expression, conditions: readonly Condition[]): boolean {
  const root = rootName(node);
  const text = oneLine(node);
  return root !== undefined && conditions.some(({ test, holds }) => {
    if (holds && oneLine(test) === text) return true;
    const asked = isCall(test) ? calleeOf(test) : test;
    const member = asMember(asked);
    return !holds && member !== undefined && rootName(asked) === root && /^(?:success|ok|valid|isValid|isEmpty)$/.test(propertyName(member) ?? '');
  });
}

function rootName(node: Expression): ReturnType<typeof variableOf> {
  let current: Expression = unwrap(node);
  while (current.type !== 'Identifier') {
    if (current.type === 'MemberExpression') current = unwrap(current.object);
    else if (isCall(current)) current = calleeOf(current);
    else return undefined;
  }
  return variableOf(moduleOf(current).bindings, current);
}

/** The status that words ask for. */
function fittingFor(text: string, place: Place): number {
  if (/not found|no such|(?:does|did) ?n[o'’]t exist|not exist/i.test(text)) return 404;
  if (/unauthori[sz]ed|unauthenticated|not (?:authenticated|logged in)|log ?in first|\btoken\b|credentials|incorrect password|wrong password|invalid password/i.test(text)) return 401;
  if (/forbidden|denied|permission|not allowed|not permitted|not authori[sz]ed/i.test(text)) return 403;
  if (/already/i.test(text)) return 409;
  return place.afterFailure ? 500 : 400;
}

/** Is a body there that a status without content takes away? `false` for nothing, an empty object, and for what nobody can tell. */
export function hasContent(analysis: Analysis, body: Expression): boolean {
  const inner = unwrap(body);
  const value = analysis.valueOf(inner);
  if (inner.type === 'ObjectExpression') return inner.properties.length > 0;
  if (inner.type === 'ArrayExpression') return inner.elements.length > 0;
  const constant = constantOf(analysis, inner);
  if (constant !== undefined) return constant !== null && constant !== '';
  if (isCall(inner) && lastName(calleeOf(inner)) === 'stringify') {
    const [first] = argumentsOf(inner);
    return first !== undefined && first.type !== 'SpreadElement' && hasContent(analysis, first as Expression);
  }
  return inner.type === 'TemplateLiteral' || value.kind === 'object' || value.kind === 'array' || (value.kind === 'library' && typeField(value.library, value.type, 'entity') === true);
}
