/** What somebody reads in a terminal. */
import { codeFrameColumns } from '@babel/code-frame';
import pc from 'picocolors';
import { type Analysis, counted, type Finding, type Focus, overviewOf } from '../analysis.js';

const WIDTH = 100;
/** Lines of code that are shown above and below. */
const AROUND = 2;
/** So many names are spelled out of what was left out for one reason. */
const MOST_NAMES = 4;

export const TITLES: Readonly<Record<Focus, string>> = { security: 'Security', performance: 'Performance', architecture: 'Architecture', quality: 'Quality' };

/**
 * @param most findings that are shown, in the analysis's order
 * @param colour whether escape sequences for colours are wanted
 */
export function formatText(analysis: Analysis, most: number, colour: boolean): string {
  const paint = pc.createColors(colour);
  const fresh = analysis.findings.filter(({ known }) => !known);
  const shown = fresh.slice(0, most);
  const lines = ['', paint.bold(plain(overviewOf(analysis))), ...leftOutLines(analysis).map((line) => paint.dim(line)), ''];
  for (const { file, line, column, message } of analysis.notParsed) lines.push(`${paint.red('not parsed')}  ${paint.cyan(`${plain(file)}:${line}:${column}`)}  ${plain(message)}`);
  if (analysis.notParsed.length > 0) lines.push('');
  for (const focus of new Set(shown.map((finding) => finding.focus))) {
    const inFocus = shown.filter((finding) => finding.focus === focus);
    lines.push(paint.bold(paint.underline(TITLES[focus])), '');
    for (const rule of new Set(inFocus.map((finding) => finding.rule))) {
      const found = inFocus.filter((finding) => finding.rule === rule);
      const info = analysis.rules.find(({ name }) => name === rule);
      const severity = found[0]?.severity ?? 'error';
      lines.push(`${paint.bold(severity === 'error' ? paint.red(rule) : paint.yellow(rule))}  ${info?.description ?? ''}  ${paint.dim(counted(found.length, severity))}`, paint.dim(info?.url ?? ''), '');
      for (const finding of found) lines.push(...findingLines(analysis, finding, paint), '');
    }
  }
  if (shown.length < fresh.length) lines.push(`${counted(fresh.length - shown.length, 'more finding')} not shown.`, '');
  return `${[...lines, ...summary(analysis, fresh, paint)].join('\n')}\n`;
}

function findingLines({ sources }: Analysis, finding: Finding, paint: ReturnType<typeof pc.createColors>): string[] {
  const lines = [`  ${paint.cyan(`${plain(finding.file)}:${finding.line}:${finding.column}`)}`, ...wrap(plain(finding.message), WIDTH - 2).map((line) => `  ${line}`)];
  const source = sources.get(finding.file);
  if (source !== undefined) lines.push('', ...frame(source, finding, paint.isColorSupported).map((line) => `  ${line}`));
  const elsewhere = finding.evidence.filter(({ file, line }) => file !== finding.file || Math.abs(line - finding.line) > AROUND);
  for (const { file, line, says } of elsewhere) lines.push(`  ${paint.dim('→')} ${paint.cyan(`${plain(file)}:${line}`)} ${plain(says)}`);
  for (const { message } of finding.suggestions) lines.push(`  ${paint.dim('fix:')} ${plain(message)}`);
  return lines;
}

/** The code of a finding with two lines on either side. */
export function frame(source: string, { line, column, endLine, endColumn }: Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'>, highlightCode: boolean): string[] {
  // Of an expression over many lines, the first says enough.
  const end = endLine === line ? { end: { line: endLine, column: endColumn } } : {};
  return codeFrameColumns(plain(source, '\t\n'), { start: { line, column }, ...end }, { highlightCode, forceColor: highlightCode, linesAbove: AROUND, linesBelow: AROUND }).split('\n');
}

function summary({ totals, notParsed }: Analysis, fresh: readonly Finding[], paint: ReturnType<typeof pc.createColors>): string[] {
  const parts = [totals.errors > 0 ? paint.red(counted(totals.errors, 'error')) : '', totals.warnings > 0 ? paint.yellow(counted(totals.warnings, 'warning')) : ''].filter((part) => part !== '');
  const files = new Set(fresh.map(({ file }) => file)).size;
  const lines = [paint.bold(fresh.length === 0 ? paint.green('No findings') : `${parts.join(', ')} in ${counted(files, 'file')}`)];
  if (totals.known > 0) lines.push(`${counted(totals.known, 'finding')} known to the baseline, not shown`);
  if (totals.fixed > 0) lines.push(`${counted(totals.fixed, 'finding')} of the baseline ${totals.fixed === 1 ? 'is' : 'are'} gone: --update-baseline takes ${totals.fixed === 1 ? 'it' : 'them'} out`);
  if (notParsed.length > 0) lines.push(paint.yellow(`${counted(notParsed.length, 'file')} not parsed`));
  return lines;
}

function leftOutLines({ leftOut }: Analysis): string[] {
  if (leftOut.length === 0) return [];
  const parts = leftOut.map(({ reason, paths }) => `${reason} (${paths.length <= MOST_NAMES ? paths.map((path) => plain(path)).join(', ') : paths.length.toLocaleString('en')})`);
  return wrap(`Left out: ${parts.join(', ')}`, WIDTH);
}

/** Without the characters that steer a terminal: what is analysed may hold any. */
export function plain(text: string, kept = ''): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => (kept.includes(character) ? character : ' '));
}

/** Breaks a text at spaces. Code between backticks is one word, and longer words than the width stay whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const [word] of text.matchAll(/(?:`[^`]*`|\S)+/g)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
