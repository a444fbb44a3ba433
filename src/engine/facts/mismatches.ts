/** Answers whose status says something else than their body. */
import { type Module, moduleOf } from '../modules/parse.js';
import { type Expression, type Node, argumentsOf, isCall, isFunction, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { functionName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { returnsOf } from '../flow/trace.js';
import { isRemarked } from './explained.js';
import { type Handler, handlerAround } from './layers.js';
import { type Outcome, hasContent, outcomeOf } from './outcomes.js';
import { type Response, responsesOf } from './responses.js';
import { type Statuses, statusesOf } from './statuses.js';

export interface Mismatch {
  /** The status, where it stands in the answer; else the body. */
  readonly node: Node;
  readonly kind: 'failure' | 'success' | 'body';
  readonly response: Response;
  readonly statuses: Statuses;
  /** The status at fault. */
  readonly status: number;
  /** What the body says; absent where there is only too much of it. */
  readonly outcome?: Outcome;
}

/** Who calls these wants a 2xx whatever has become of the message: senders of events, which would send it again. */
const ACKNOWLEDGED = /web_?-?hooks?|(?:^|[^a-z])hooks?(?:[^a-z]|$)|callbacks?(?:[^a-z]|$)|(?:^|[^a-z])ipn(?:[^a-z]|$)|postback|pub-?_?sub|slack|discord|telegram|twilio|whats-?app|alexa|qstash|inngest|jobs?\/(?:process|run)|(?:^|[^a-z])(?:queues?|workers?|consumers?)(?:[^a-z]|$)|json-?rpc|graphql|(?:^|[^a-z])mcp(?:[^a-z]|$)/i;
/** These are asked a question, and `no` is an answer. */
const ASKED = /(?:^|[^a-z])(?:checks?|exists?|is|has|can|validate|availability|available|health|healthz|ping|ready|readiness|live|liveness|probe|heartbeat|diagnostics?)(?=[^a-z]|$)|^\/?(?:api\/)?(?:v\d\/)?status$|(?:^|[/.])(?:check|is|has|can|validate|exists)(?=[A-Z])|(?:Exists|Available|Availability|Health)(?=[^a-z]|$)/;
/** Comments that have thought of it. */
const MEANT = /\b20\d\b|\bstatus\b|retr(?:y|ies)|on purpose|deliberate|intentional|enumerat|acknowledg|\back\b/i;
const EMPTY = new Set([204, 205, 304]);

/** The answers of a module whose status and body contradict each other. Cost: each answer's status is read; only what may be wrong is followed further. */
export function mismatchesOf(analysis: Analysis, module: Module): Mismatch[] {
  return responsesOf(analysis, module).flatMap((response) => [response, ...ofTransaction(analysis, response)]).flatMap((response) => mismatchOf(analysis, response) ?? []);
}

/** `return db.transaction(async (tx) => { … return body; })`: what the callback returns is what the handler does. */
function ofTransaction(analysis: Analysis, response: Response): Response[] {
  const [body] = response.how === 'return' ? response.body : [];
  const inner = body && unwrap(body);
  const call = inner?.type === 'AwaitExpression' ? unwrap(inner.argument) : inner;
  if (!isCall(call) || !memberOfCall(analysis, call)?.member.transaction) return [];
  return argumentsOf(call).flatMap((argument) => (isFunction(argument) ? returnsOf(argument).map((returned) => ({ ...response, node: returned, body: [returned] })) : []));
}

function mismatchOf(analysis: Analysis, response: Response): Mismatch | undefined {
  if (response.how === 'render' || response.how === 'redirect' || response.how === 'flash' || response.how === 'event') return undefined;
  const [body] = response.body;
  const handler = handlerAround(analysis, response.node);
  if (!body || handler?.layer === 'job' || handler?.layer === 'resolver' || handler?.layer === 'serverComponent') return undefined;
  const outcome = outcomeOf(analysis, body, response.node);
  if (!outcome && !hasContent(analysis, body)) return undefined;
  const statuses = statusesOf(analysis, response);
  const found = (kind: Mismatch['kind'], status: number): Mismatch => ({ node: placeOf(response, statuses, body), kind, response, statuses, status, ...(outcome && kind !== 'body' && { outcome }) });
  const only = statuses.all ? statuses.values : [];
  if (only.length > 0 && only.every((each) => EMPTY.has(each)) && response.how !== 'error' && hasContent(analysis, body)) return found('body', only[0]!);
  if (response.how === 'error') return madeAsSuccess(statuses, found);
  if (!outcome) return undefined;
  if (!outcome.failed) return only.length > 0 && only.every((each) => each >= 400) ? found('success', only[0]!) : undefined;
  const good = statuses.values.find((each) => each >= 200 && each < 300 && each !== 207);
  // A result with an error beside it, sent with a status that was written out for it, is meant so.
  if (outcome.partly && statuses.stated) return undefined;
  return good === undefined || isLeftAlone(response, handler, outcome) ? undefined : found('failure', good);
}

/** `throw new HttpException('Not found', 200)` */
function madeAsSuccess(statuses: Statuses, found: (kind: 'failure', status: number) => Mismatch): Mismatch | undefined {
  const [status] = statuses.values;
  return statuses.all && statuses.values.length === 1 && status !== undefined && status >= 200 && status < 300 ? found('failure', status) : undefined;
}

function placeOf({ node }: Response, { stated }: Statuses, body: Expression): Node {
  return stated && isWithin(stated, node) ? stated : body;
}

/** Is this answer one whose status is for someone else, or one to a question; or does a comment say that it is meant so? */
function isLeftAlone({ node }: Response, handler: Handler | undefined, { afterFailure }: Outcome): boolean {
  const module = moduleOf(node);
  const file = module.path.replaceAll('\\', '/').split('/').slice(-4).join('/');
  const names = [handler?.registration.by === 'export' ? file : (handler?.registration.path ?? ''), ...namesAround(node)];
  return [...names, file].some((name) => ACKNOWLEDGED.test(name)) || (!afterFailure && names.some((name) => ASKED.test(name))) || isRemarked(module, node, statementOf(node), MEANT);
}

function namesAround(node: Node): string[] {
  const found: string[] = [];
  for (let at = parentOf(node); at; at = parentOf(at)) if (isFunction(at)) found.push(functionName(at) ?? '');
  return found;
}

function statementOf(node: Node): Node {
  let current = node;
  for (let parent = parentOf(current); parent && !isFunction(parent) && !/^(?:BlockStatement|Program|SwitchCase)$/.test(parent.type); parent = parentOf(parent)) current = parent;
  return current;
}
