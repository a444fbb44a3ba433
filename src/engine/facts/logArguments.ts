/** What a structured logger is given in the wrong place: values that the line loses, and values that are glued into its text. */
import { referencesOf, variableOf } from '../binding/scope.js';
import { type Module, moduleOf, oneLine } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, asMember, enclosingFunction, isCall, parentOf, unwrap } from '../syntax/ast.js';
import { isNullish, keyName, lastName, parametersOf, propertyName, textOf } from '../syntax/names.js';
import { slotValue } from '../match/slots.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { settled } from '../flow/settle.js';
import { originsOf } from '../flow/trace.js';
import { SETTINGS } from './credentials.js';
import { type LogCall, logCallsOf } from './logs.js';
import { isStartUp } from './repetition.js';

export interface LogFault {
  readonly log: LogCall;
  /** `dropped`: not in the line at all; `printed`: in its text, not among its fields; `built`: the text is put together from it. */
  readonly kind: 'dropped' | 'printed' | 'built';
  /** The first value that is lost, or the text that is put together. */
  readonly node: Node;
  /** The names of the values in the code, as far as they have any. */
  readonly values: readonly string[];
  readonly text: Node;
}

/** A message shows so many characters of a value. */
const SHOWN = 40;

/** Values after a text that has no token for them, and, with `built`, texts that are put together from values. */
export function logFaultsOf(analysis: Analysis, module: Module, built: boolean): LogFault[] {
  return logCallsOf(analysis, module).flatMap((log) => {
    if (log.shape.order === 'any' || log.line.some((argument) => argument.type === 'SpreadElement')) return [];
    const text = textArgument(analysis, log);
    if (!text) return [];
    return lost(analysis, log, text) ?? (built ? glued(analysis, log, text) : undefined) ?? [];
  });
}

/** The argument that is the line's text: the first, or the one after an object of fields. */
function textArgument(analysis: Analysis, log: LogCall): Expression | undefined {
  const [first, second] = log.line as readonly Expression[];
  if (first && writtenText(analysis, first) !== undefined) return first;
  return log.shape.order === 'fields' && first && second && isObject(analysis, first) && writtenText(analysis, second) !== undefined ? second : undefined;
}

/** The fixed part of a text, `?` for what goes into it; `undefined` for what may be anything. */
function writtenText(analysis: Analysis, node: Expression): string | undefined {
  const text = textOf(node);
  if (text !== undefined) return text;
  const value = analysis.valueOf(node);
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

function lost(analysis: Analysis, log: LogCall, text: Expression): LogFault | undefined {
  const { rest, arranged } = log.shape;
  const made = log.logger?.model?.defined;
  if (rest === undefined || (arranged && isCall(made) && slotValue(made, arranged))) return undefined;
  const after = log.line.slice(log.line.indexOf(text) + 1 + tokensIn(writtenText(analysis, text) ?? ''));
  // What is printed after the text loses nothing unless it has fields of its own.
  const values = rest === 'dropped' ? after.filter((value) => !isNullish(value)) : after.filter((value) => isObject(analysis, value as Expression));
  const [node] = values;
  return node && { log, kind: rest, node, values: values.map((value) => oneLine(value, SHOWN)), text };
}

/** Printf tokens of a text: `%s`, `%d`, `%o` …; `%%` is none. */
function tokensIn(text: string): number {
  return text.replaceAll('%%', '').match(/%[sdifjoOc]/g)?.length ?? 0;
}

/** An object with fields, evidently: written out, an error, a row, an instance. */
function isObject(analysis: Analysis, node: Expression): boolean {
  const value = settled(analysis.valueOf(node));
  return ['object', 'array', 'list', 'instance', 'caught'].includes(value.kind) || (value.kind === 'library' && value.library.kind === 'database');
}

function glued(analysis: Analysis, log: LogCall, text: Expression): LogFault | undefined {
  // Fields beside the text: what it repeats of them is for people.
  if (log.line.some((argument) => argument !== text && unwrap(argument as Expression).type === 'ObjectExpression')) return undefined;
  const parts = partsOf(text);
  // A coloured line is for a person at a terminal.
  if (parts.some((part) => isColoured(analysis, part))) return undefined;
  const values = parts.filter((part) => !isFixed(analysis, part));
  if (values.length === 0 || enclosingFunction(log.node) === undefined || isStartUp(analysis, log.node) || printsTextOnly(analysis, log)) return undefined;
  return { log, kind: 'built', node: text, values: values.map((value) => oneLine(value, SHOWN)), text };
}

/** What goes into a template or a concatenation. */
function partsOf(text: Expression): Expression[] {
  const inner = unwrap(text);
  if (inner.type === 'TemplateLiteral') return inner.expressions;
  if (inner.type === 'BinaryExpression' && inner.operator === '+') return [inner.left, inner.right].flatMap((side) => (textOf(side) === undefined ? [side] : partsOf(side)));
  return [];
}

function isColoured(analysis: Analysis, node: Expression): boolean {
  const inner = unwrap(node);
  return isCall(inner) && memberOfCall(analysis, inner)?.member.colours === true;
}

/** The same every time. */
function isFixed(analysis: Analysis, node: Expression): boolean {
  const inner = unwrap(node);
  return analysis.valueOf(inner).kind === 'literal' || (inner.type === 'TemplateLiteral' && inner.expressions.every((each) => isFixed(analysis, each))) || /^[A-Z][A-Z0-9_]*$/.test(lastName(inner) ?? '');
}

/** Does the app print its logger's lines itself, and leave the fields out? What is no part of the text would be lost. */
function printsTextOnly(analysis: Analysis, { shape, logger }: LogCall): boolean {
  const made = logger?.model?.defined;
  const format = isCall(made) && shape.format && slotValue(made, shape.format);
  return format !== undefined && originsOf(analysis, format as Expression, SETTINGS).some(({ node }) => isCall(node) && leavesFieldsOut(analysis, node));
}

/** `printf(({ level, message }) => …)`, `printf((info) => info.message)`: it names what it prints. Fields that were gathered under one name are printed with that. */
function leavesFieldsOut(analysis: Analysis, call: Call): boolean {
  const slot = memberOfCall(analysis, call)?.member.printsLine;
  const given = slot && slotValue(call, slot);
  const printer = given && analysis.valueOf(given as Expression);
  const printed = printer?.kind === 'function' ? namesPrinted(printer.fn) : undefined;
  return printed?.every((name) => name !== undefined && !/^meta/i.test(name)) ?? false;
}

/** What a function reads of its first parameter; `undefined` among them for what nobody can name. */
function namesPrinted(fn: FunctionNode): (string | undefined)[] {
  const [parameter] = parametersOf(fn);
  if (parameter?.type === 'ObjectPattern') return parameter.properties.map((property) => (property.type === 'Property' ? keyName(property.key, property.computed) : undefined));
  const { bindings } = moduleOf(fn);
  const variable = parameter?.type === 'Identifier' ? variableOf(bindings, parameter) : undefined;
  return (variable ? referencesOf(bindings, variable) : [parameter]).map((reference) => {
    const member = asMember(reference && parentOf(reference));
    return member && member.object === reference ? propertyName(member) : undefined;
  });
}
