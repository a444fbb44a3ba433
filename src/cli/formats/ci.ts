/** What the hosts of repositories show beside the code. */
import { createHash } from 'node:crypto';
import type { Analysis } from '../analysis.js';

/**
 * Commands by which a job of GitHub Actions annotates lines (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 * GitHub shows ten errors and ten warnings of a step; SARIF has no such bound. Findings that the baseline knows are left out.
 *
 * @param most findings that are listed
 */
export function formatGithub({ findings }: Analysis, most: number): string {
  const fresh = findings.filter(({ known }) => !known).slice(0, most);
  return fresh.map(({ severity, file, line, endLine, column, endColumn, rule, message }) => {
    // Columns make sense to GitHub within one line only.
    const columns = endLine === line ? { col: column, endColumn } : {};
    const properties = Object.entries({ file, line, endLine, ...columns, title: rule }).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    return `::${severity} ${properties.join(',')}::${escapeData(message)}\n`;
  }).join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * GitLab's Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format), which a merge request compares with that of
 * its target. So known findings are in it: GitLab itself tells what is new.
 *
 * @param most findings that are listed
 */
export function formatGitlab({ findings }: Analysis, most: number): string {
  const issues = findings.slice(0, most).map(({ rule, message, fingerprint, severity, file, line, endLine }) => ({
    description: message,
    check_name: rule,
    // Theirs must be the project's only one, and ours is a file's.
    fingerprint: createHash('sha256').update(`${file}\0${fingerprint}`).digest('hex'),
    severity: severity === 'error' ? 'major' : 'minor',
    location: { path: file, lines: { begin: line, end: endLine } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
