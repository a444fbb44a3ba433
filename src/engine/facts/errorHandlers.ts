/** Functions that are meant to handle the errors of a framework which knows them by how many parameters they take. */
import type { Library } from '#catalog';
import type { Module } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, enclosingFunction, isCall, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { parameterName, parametersOf, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { registeredPlaces } from '../flow/registrations.js';
import { type DoubleAnswer, doubleAnswersOf } from './answers.js';

export interface ErrorHandlerFault {
  /** `parameters`: it takes so many that no error is ever handed to it; `early`: routes are registered after it; `both`: it answers, and passes the error on as well. */
  readonly kind: 'parameters' | 'early' | 'both';
  readonly fn: FunctionNode;
  readonly node: Node;
  /** How many parameters the framework knows such a handler by. */
  readonly wanted: number;
  /** `early`: the first route after it; `both`: the answer before. */
  readonly other?: Node;
}

const ERROR = /^_*(?:e|er|err|error|ex|exception)$|(?:Err|Error|Exception)$/;
const REQUEST = /^_*(?:req|request|res|response)$/;

/** What is wrong with the error handlers that a file defines or registers. */
export function errorHandlerFaultsOf(analysis: Analysis, module: Module): ErrorHandlerFault[] {
  return [
    ...module.bindings.functions.flatMap((fn) => takesTooFew(analysis, fn) ?? []),
    ...doubleAnswersOf(analysis, module).flatMap((double) => answersAndPassesOn(analysis, double) ?? []),
    ...module.bindings.calls.flatMap((call) => registeredEarly(analysis, call) ?? []),
  ];
}

function takesTooFew(analysis: Analysis, fn: FunctionNode): ErrorHandlerFault | undefined {
  const wanted = wantedParameters(analysis, fn);
  return wanted === undefined || parametersOf(fn).length === wanted ? undefined : { kind: 'parameters', fn, node: fn, wanted };
}

/** How many parameters the framework wants of a function that takes an error, by its names and by where it is registered; `undefined` for any other function. */
function wantedParameters(analysis: Analysis, fn: FunctionNode): number | undefined {
  const taken = parametersOf(fn);
  if (taken.length < 2 || !ERROR.test(parameterName(fn, 0) ?? '') || !(taken.length === 4 || REQUEST.test(parameterName(fn, 1) ?? '')) || taken.some((each) => each.type === 'RestElement')) return undefined;
  const place = registeredPlaces(analysis, fn).find(({ registration, wrappers }) => registration.certain && wrappers.length === 0 && registration.method === 'use' && registration.shape.errorParams);
  return place?.registration.shape.errorParams?.length;
}

/** Two answers of which the second one passes the error on, in an error handler. */
export function answersAndPassesOn(analysis: Analysis, { firsts: [first], second }: DoubleAnswer): ErrorHandlerFault | undefined {
  const fn = 'how' in second && second.how === 'fails' ? enclosingFunction(second.node) : undefined;
  const wanted = fn && wantedParameters(analysis, fn);
  return fn && first && wanted !== undefined && parametersOf(fn).length === wanted && 'how' in second ? { kind: 'both', fn, node: second.node, wanted, other: first.node } : undefined;
}

/** `app.use(handler)` of an error handler, with routes of the same app behind it in the same block, and no other error handler. */
function registeredEarly(analysis: Analysis, call: Call): ErrorHandlerFault | undefined {
  const [argument, ...others] = argumentsOf(call);
  const receiver = asMember(calleeOf(call))?.object;
  const statement = parentOf(wrapped(call));
  const block = statement && parentOf(statement);
  // One that stands on a path is for the routes of that path.
  if (!argument || others.length > 0 || receiver?.type !== 'Identifier' || statement?.type !== 'ExpressionStatement' || (block?.type !== 'Program' && block?.type !== 'BlockStatement')) return undefined;
  const member = memberOfCall(analysis, call);
  if (member?.member.route?.method !== 'use' || !member.certain) return undefined;
  const fn = errorHandlerIn(analysis, member.library, argument);
  if (!fn) return undefined;
  const body: readonly Node[] = block.body;
  const after = body.slice(body.indexOf(statement) + 1).flatMap((each) => registeredOn(receiver.name, each) ?? []);
  if (after.some((each) => argumentsOf(each).some((one) => errorHandlerIn(analysis, member.library, one)))) return undefined;
  const other = after.find((each) => isRoute(analysis, each));
  return other && { kind: 'early', fn, node: call, wanted: parametersOf(fn).length, other };
}

/** The function of the app that errors would be handed to. */
function errorHandlerIn(analysis: Analysis, library: Library, node: Node): FunctionNode | undefined {
  const value = node.type === 'SpreadElement' || isCall(unwrap(node as Expression)) ? undefined : analysis.valueOf(node as Expression);
  const wanted = library.handlers?.middleware?.errorParams?.length;
  return value?.kind === 'function' && wanted !== undefined && parametersOf(value.fn).length === wanted ? value.fn : undefined;
}

/** The call that a statement makes on an app by that name. */
function registeredOn(app: string, statement: Node): Call | undefined {
  const call = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  const receiver = call && isCall(call) ? asMember(calleeOf(call))?.object : undefined;
  return call && isCall(call) && receiver?.type === 'Identifier' && receiver.name === app ? call : undefined;
}

/** A route of a verb, but for one that catches all others, or a router that is hung in. */
function isRoute(analysis: Analysis, call: Call): boolean {
  const route = memberOfCall(analysis, call)?.member.route;
  if (!route) return false;
  const path = staticString(argumentsOf(call)[0]);
  if (route.method !== 'use') return path !== undefined && argumentsOf(call).length > 1 && !path.includes('*');
  const last = argumentsOf(call).at(-1);
  const value = last && last.type !== 'SpreadElement' ? analysis.valueOf(last as Expression) : undefined;
  return value?.kind === 'library' && Object.hasOwn(value.library.types[value.type]?.members ?? {}, 'route');
}
