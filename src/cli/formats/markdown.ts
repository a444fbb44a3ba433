/** What fits a comment on a pull request. */
import { type Analysis, counted, type Finding, overviewOf } from '../analysis.js';
import { plain, TITLES } from './text.js';

/** GitHub takes 65,536 characters a comment, and GitLab 1,000,000 (https://docs.github.com/rest/issues/comments). */
const LONGEST = 60_000;

/** @param most findings that are listed at most; fewer where the text would not fit a comment */
export function formatMarkdown(analysis: Analysis, most: number): string {
  const { totals, findings, focuses } = analysis;
  const fresh = findings.filter(({ known }) => !known);
  const counts = [totals.errors > 0 ? counted(totals.errors, 'error') : '', totals.warnings > 0 ? counted(totals.warnings, 'warning') : ''].filter((part) => part !== '');
  const head = [
    `### Backend patterns: ${counts.length === 0 ? 'no findings' : counts.join(', ')}`,
    '',
    escape(overviewOf(analysis)),
    '',
    '| Focus | Errors | Warnings | Score |',
    '| --- | ---: | ---: | ---: |',
    ...focuses.map(({ focus, errors, warnings, score }) => `| ${TITLES[focus]} | ${errors} | ${warnings} | ${score} |`),
    '',
    ...notes(analysis),
  ];
  const shown: string[] = [];
  let length = head.join('\n').length;
  let count = 0;
  let rule = '';
  for (const finding of fresh.slice(0, most)) {
    const lines = [...(finding.rule === rule ? [] : heading(analysis, finding)), item(finding)];
    length += lines.join('\n').length + 1;
    if (length > LONGEST) break;
    rule = finding.rule;
    shown.push(...lines);
    count++;
  }
  const rest = fresh.length - count;
  return `${[...head, ...shown, ...(rest > 0 ? ['', `… and ${counted(rest, 'more finding')}.`] : [])].join('\n').trimEnd()}\n`;
}

function notes({ totals, notParsed }: Analysis): string[] {
  const lines = [
    totals.known > 0 ? `${counted(totals.known, 'finding')} known to the baseline.` : '',
    totals.fixed > 0 ? `${counted(totals.fixed, 'finding')} of the baseline gone.` : '',
    notParsed.length > 0 ? `Not parsed: ${notParsed.map(({ file, line }) => code(`${file}:${line}`)).join(', ')}.` : '',
  ].filter((line) => line !== '');
  return lines.length === 0 ? [] : [lines.join(' '), ''];
}

function heading({ rules }: Analysis, { rule, focus, severity }: Finding): string[] {
  const info = rules.find(({ name }) => name === rule);
  return ['', `#### ${TITLES[focus]}: [${rule}](${info?.url ?? ''}) (${severity})`, ''];
}

function item({ file, line, message, evidence }: Finding): string {
  const elsewhere = evidence.filter((each) => each.file !== file || each.line !== line).map((each) => `${code(`${each.file}:${each.line}`)} ${prose(each.says)}`);
  return `- ${code(`${file}:${line}`)} ${prose(message)}${elsewhere.length > 0 ? `<br>→ ${elsewhere.join(', ')}` : ''}`;
}

/** Text with code between backticks: the code stays as it is, the rest must mean nothing to Markdown. */
function prose(text: string): string {
  return plain(text)
    .split(/(`[^`]*`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? part : escape(part)))
    .join('');
}

function escape(text: string): string {
  return plain(text).replace(/[\\`*_[\]<>&|#~@]/g, (character) => (character === '<' ? '&lt;' : character === '>' ? '&gt;' : character === '&' ? '&amp;' : `\\${character}`));
}

/** A code span, also of what has backticks itself. */
function code(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${plain(text)}${pad}${fence}`;
}
