/** What programs read. The shape is published as `schema/analysis-1.json`; a change that breaks readers is a new number. */
import type { Analysis } from '../analysis.js';

export const SCHEMA_VERSION = 1;
const SCHEMA = 'https://github.com/backend-patterns/eslint-plugin-backend-patterns/blob/main/schema/analysis-1.json';

/** @param most findings that are listed; `totals` counts all of them */
export function formatJson(analysis: Analysis, most: number): string {
  const { version, eslint, preset, depth, since, stack, totals, focuses, rules, findings, handlers, leftOut, notParsed } = analysis;
  const listed = findings.slice(0, most);
  const value = {
    $schema: SCHEMA,
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'backend-patterns', version, eslint },
    options: { preset, depth, ...(since !== undefined && { since }) },
    stack,
    totals: { ...totals, findings: findings.length, listed: listed.length },
    focuses,
    rules,
    findings: listed,
    handlers,
    leftOut,
    notParsed,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
