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

it('finds in the example what it was written to show, and nothing else', () => {
  const expected = expectedOf('orders-api');
  expect(new Set(expected.map(({ rule }) => rule)).size).toBe(5);
  expect(compare(findingsOf('orders-api'), expected)).toEqual({ missing: [], unexpected: [] });
});

it('finds nothing once the example is put right', () => {
  expect(findingsOf('orders-api-fixed')).toEqual([]);
});
