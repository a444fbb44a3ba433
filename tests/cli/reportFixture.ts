/** An analysis as made by hand, for the tests of the report. */
import type { Analysis, Finding, HandlerSite, RuleInfo } from '../../src/cli/analysis.js';

export const RULES: readonly RuleInfo[] = [
  { name: 'no-raw-error-response', focus: 'security', severity: 'error', description: 'Disallow sending caught errors', url: 'https://example.org/no-raw-error-response' },
  { name: 'no-n-plus-one', focus: 'performance', severity: 'error', description: 'Disallow a query for every element', url: 'https://example.org/no-n-plus-one' },
  { name: 'require-transaction', focus: 'quality', severity: 'warning', description: 'Require a transaction', url: 'https://example.org/require-transaction' },
];

/** Numbered lines: `const a1 = f(1);` */
export function numbered(count: number): string {
  return Array.from({ length: count }, (_, index) => `const a${index + 1} = f(${index + 1});`).join('\n');
}

let made = 0;

export function finding(change: Partial<Finding> = {}): Finding {
  const rule = RULES.find(({ name }) => name === (change.rule ?? 'no-n-plus-one')) ?? RULES[0]!;
  return {
    rule: rule.name,
    messageId: 'found',
    focus: rule.focus,
    severity: rule.severity,
    message: '`user.findUnique` runs once per `id`.',
    file: 'src/users.ts',
    line: 10,
    column: 7,
    endLine: 10,
    endColumn: 10,
    fingerprint: `f${++made}`,
    suggestions: [],
    evidence: [],
    known: false,
    ...change,
  };
}

export function handler(name: string, models: readonly string[], change: Partial<HandlerSite> = {}): HandlerSite {
  return {
    name,
    framework: 'Express',
    file: 'src/routes.ts',
    line: 4,
    queries: models.map((model, index) => ({ name: `${model}.find`, library: 'Prisma', model: model === '' ? undefined : model, access: index % 2 === 0 ? 'read' : 'write', file: 'src/users.ts', line: index + 1 })),
    ...change,
  };
}

export function analysis(findings: readonly Finding[], change: Partial<Analysis> = {}): Analysis {
  const files = new Set(findings.flatMap(({ file, evidence }) => [file, ...evidence.map((step) => step.file)]));
  const fresh = findings.filter(({ known }) => !known);
  const of = (severity: string): number => fresh.filter((each) => each.severity === severity).length;
  return {
    root: '/home/me/shop',
    version: '1.0.0',
    eslint: '9.0.0',
    preset: 'all',
    depth: 'deep',
    since: undefined,
    stack: [{ name: 'Express', kind: 'framework', major: 5, files: 3 }],
    totals: { files: 3, lines: 1200, handlers: 2, queries: 4, errors: of('error'), warnings: of('warning'), known: findings.length - fresh.length, fixed: 0 },
    focuses: (['security', 'performance', 'architecture', 'quality'] as const).map((focus) => ({ focus, errors: findings.filter((each) => each.focus === focus).length, warnings: 0, score: 80 })),
    rules: RULES,
    findings,
    handlers: [],
    leftOut: [],
    notParsed: [],
    sources: new Map([...files].map((file) => [file, numbered(40)])),
    ...change,
  };
}
