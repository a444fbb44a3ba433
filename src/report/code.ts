/** Lines of code, cut out and coloured. */
import type { ReportChunk, ReportPlace } from '../cli/reportData.js';

export type Kind = 'plain' | 'comment' | 'string' | 'number' | 'keyword' | 'name';

export interface Token {
  readonly text: string;
  readonly kind: Kind;
  /** Is it what a finding marks? */
  readonly marked: boolean;
}

export interface CodeLine {
  readonly number: number;
  readonly tokens: readonly Token[];
  /** Is any of it marked? */
  readonly marked: boolean;
}

/**
 * The lines of a place and some around it; none where the report has no code of it.
 *
 * @param around lines above and below
 * @param most of a longer place, the first lines; there are none below then
 */
export function linesAt(chunks: readonly ReportChunk[], place: ReportPlace, around: number, most: number): CodeLine[] {
  const chunk = chunks.find(({ start, lines }) => start <= place.line && place.line < start + lines.length);
  if (!chunk) return [];
  const first = Math.max(chunk.start, place.line - around);
  const cut = place.endLine - place.line >= most;
  const last = Math.min(chunk.start + chunk.lines.length - 1, cut ? place.line + most - 1 : place.endLine + around);
  const texts = chunk.lines.slice(first - chunk.start, last - chunk.start + 1);
  return tokensOf(dedented(texts)).map((tokens, index) => {
    const number = first + index;
    const text = texts[index] ?? '';
    const moved = text.length - tokens.reduce((sum, token) => sum + token.text.length, 0);
    const [from, to] = spanIn(place, number, text);
    const marked = mark(tokens, from - moved, to - moved);
    return { number, tokens: marked, marked: marked.some((token) => token.marked) };
  });
}

/** Which characters of a line a place covers, from 0, the end exclusive; the same number twice for none. Indentation is not covered. */
function spanIn({ line, column, endLine, endColumn }: ReportPlace, number: number, text: string): [number, number] {
  if (number < line || number > endLine) return [0, 0];
  return [number === line ? column - 1 : indentOf(text), number === endLine ? endColumn - 1 : text.length];
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Without the indentation that all lines share. */
function dedented(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map(indentOf);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(Math.min(shared, indentOf(line))));
}

function mark(tokens: readonly Omit<Token, 'marked'>[], from: number, to: number): Token[] {
  const parts: Token[] = [];
  let at = 0;
  for (const { text, kind } of tokens) {
    const cuts = [0, Math.max(0, Math.min(text.length, from - at)), Math.max(0, Math.min(text.length, to - at)), text.length];
    for (const [index, start] of cuts.slice(0, -1).entries()) {
      const part = text.slice(start, Math.max(start, cuts[index + 1]!));
      if (part !== '') parts.push({ text: part, kind, marked: index === 1 });
    }
    at += text.length;
  }
  return parts;
}

const WORDS = new Set(
  'abstract as async await break case catch class const continue default delete do else enum export extends false finally for from function if implements import in instanceof interface let new null of private protected public readonly return static super switch this throw true try type typeof undefined var void while yield'.split(' '),
);
const TOKEN = /(?<comment>\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))|(?<string>'(?:[^'\\\n]|\\.)*'?|"(?:[^"\\\n]|\\.)*"?|`(?:[^`\\]|\\[^])*(?:`|$))|(?<number>\b\d[\w.]*)|(?<word>[\p{L}_$][\p{L}\p{N}_$]*)|[^]/gu;

/** Each line's tokens. It knows words, strings and comments, and no syntax; what is open above the first line stays unseen. */
function tokensOf(lines: readonly string[]): Omit<Token, 'marked'>[][] {
  const result: { text: string; kind: Kind }[][] = [[]];
  const add = (text: string, kind: Kind): void => {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) result.push([]);
      const line = result.at(-1)!;
      const before = line.at(-1);
      if (before?.kind === kind) before.text += part;
      else if (part !== '') line.push({ text: part, kind });
    }
  };
  const text = lines.join('\n');
  for (const { 0: token, groups = {}, index } of text.matchAll(TOKEN)) {
    const called = text[index + token.length] === '(';
    if (groups.comment !== undefined) add(token, 'comment');
    else if (groups.string !== undefined) add(token, 'string');
    else if (groups.number !== undefined) add(token, 'number');
    else if (groups.word !== undefined) add(token, WORDS.has(token) && text[index - 1] !== '.' ? 'keyword' : called ? 'name' : 'plain');
    else add(token, 'plain');
  }
  return result;
}
