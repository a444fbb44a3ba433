/** A parser for a host that runs this plugin's rules and no others: they read the text, so the host is given nothing to walk. */
import type { AST, Linter, SourceCode } from 'eslint';
import { parseProblem } from '../modules/parse.js';
import { project } from './file.js';

/** What ESLint shows where a parser throws it: the line and column from 1. */
class HostSyntaxError extends SyntaxError {
  constructor(
    message: string,
    readonly lineNumber: number,
    readonly column: number,
  ) {
    super(message);
  }
}

type Positions = (offset: number) => { line: number; column: number };

/**
 * A parser for ESLint whose tree is a program with no statements and all its comments, so that directives work.
 *
 * @param onFile is told of each file before it is parsed
 * @throws {SyntaxError} with the line and column where a file cannot be parsed, as ESLint expects
 */
export function hostParser(version: string, onFile: (file: string) => void = () => undefined): Linter.Parser {
  return {
    meta: { name: 'backend-patterns-parser', version },
    parseForESLint(text: string, options?: { filePath?: string }) {
      const file = options?.filePath ?? 'input.ts';
      onFile(file);
      const at = positionsIn(text);
      const module = project.prepare(file, text);
      if (!module) {
        const { message, offset } = parseProblem(file, text) ?? { message: 'cannot be parsed', offset: 0 };
        const { line, column } = at(offset);
        throw new HostSyntaxError(message, line, column + 1);
      }
      const comments = module.comments.map(({ value, start, end }): AST.Program['comments'][number] => ({
        type: text.startsWith('/*', start) ? 'Block' : 'Line',
        value,
        range: [start, end],
        loc: { start: at(start), end: at(end) },
      }));
      const ast: AST.Program = { type: 'Program', sourceType: 'module', body: [], tokens: [], comments, range: [0, text.length], loc: { start: { line: 1, column: 0 }, end: at(text.length) } };
      return { ast, visitorKeys: { Program: [] } satisfies SourceCode.VisitorKeys };
    },
  };
}

/** Offsets → lines from 1 and columns from 0, asked in any order. */
function positionsIn(text: string): Positions {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(index + end.length);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) };
  };
}
