/** What rules ask about log lines. */
import { type LogFault, logFaultsOf } from '../facts/logArguments.js';
import { parentOf } from '../syntax/ast.js';
import { moduleOf } from '../modules/parse.js';
import type { Edit } from './createRule.js';
import type { File } from './file.js';

export interface FileLogFault extends LogFault {
  /** The values, each in backticks. */
  readonly named: string;
  /** The edit that puts the value before the text; only where they are all that the line is made of. */
  readonly swap?: readonly Edit[];
  /** The call as it should be. */
  readonly better: string;
}

/** Values that a structured logger loses, or that its text is put together from. */
export function logFaults(file: File, built: boolean): FileLogFault[] {
  return logFaultsOf(file.analysis, file.module, built).map((fault) => {
    const { log, node, text, kind } = fault;
    const source = (at: { start: number; end: number }): string => moduleOf(node).text.slice(at.start, at.end);
    const named = fault.values.map((value) => `\`${value}\``).join(' and ');
    if (kind === 'built') return { ...fault, named, better: log.shape.order === 'fields' ? `${log.name}({ … }, '…')` : `${log.name}('…', { … })` };
    const fields = fieldsOf(fault, source(node));
    const [start, end] = [text, node];
    const plain = fault.values.length === 1 && log.line[0] === text && log.line.length === 2 && fields !== undefined && parentOf(node) === log.node;
    return { ...fault, named, better: `${log.name}(${short(fields) ?? '{ … }'}, '…')`, ...(plain && { swap: [{ start: start.start, end: end.end, text: `${fields}, ${source(text)}` }] }) };
  });
}

/** The value as fields: an object or error as it is, a name under itself; `undefined` where a name would have to be made up. */
function fieldsOf({ node, log }: LogFault, text: string): string | undefined {
  if (node.type === 'ObjectExpression') return text;
  if (node.type !== 'Identifier') return undefined;
  // An error becomes the field `err` of itself, with its stack.
  return /^(?:e|ex|err|error|exception)$|(?:Err|Error|Exception)$/.test(node.name) && log.shape.order === 'fields' ? text : `{ ${text} }`;
}

function short(text: string | undefined): string | undefined {
  return text === undefined || text.length > 40 || text.includes('\n') ? undefined : text;
}
