import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lintFolder } from '#kit';
import { compare, expectedOf } from '../scripts/lib/example.mjs';
import { ROOT } from '../scripts/lib/run.mjs';

function findingsOf(name: string): ReturnType<typeof lintFolder> {
  const root = join(ROOT, 'examples', name);
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return lintFolder(root, files.map((file) => `src/${file.replaceAll('\\', '/')}`));
}

it.each([['orders-api', 5], ['vouchers-api', 21]])('finds in %s what it was written to show with all rules together, and nothing else', (name, rules) => {
  const expected = expectedOf(name);
  expect(new Set(expected.map(({ rule }) => rule)).size).toBe(rules);
  expect(compare(findingsOf(name), expected)).toEqual({ missing: [], unexpected: [] });
});

it.each(['orders-api-fixed', 'vouchers-api-fixed'])('finds nothing in %s, which is put right', (name) => {
  expect(findingsOf(name)).toEqual([]);
});

/** Rules that may speak of one line, since each means another defect in it. */
const TWO_DEFECTS = ['no-db-in-controller, require-pagination-cap', 'no-unhandled-async-handler, require-rate-limit', 'prefer-atomic-update, require-cache-invalidation'];

it.each(['orders-api', 'vouchers-api'])('reports no defect of %s twice', (name) => {
  const rulesAt = new Map<string, string[]>();
  for (const { file, line, rule } of expectedOf(name)) {
    const place = `${file}:${String(line)}`;
    rulesAt.set(place, [...(rulesAt.get(place) ?? []), rule].toSorted());
  }
  expect([...rulesAt].filter(([, rules]) => rules.length > 1 && !TWO_DEFECTS.includes(rules.join(', ')))).toEqual([]);
});
