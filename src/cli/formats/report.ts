import type { Analysis } from '../analysis.js';
export function formatReport(analysis: Analysis, most: number): string {
  return `${JSON.stringify(analysis.findings.slice(0, most))}`;
}
