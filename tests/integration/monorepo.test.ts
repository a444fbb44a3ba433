/** The example of a monorepo, linted through Turborepo as its reader would. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/run.mjs';

const folder = mkdtempSync(join(tmpdir(), 'backend-patterns-'));
const ORDERS = join(folder, 'services/orders/src/app.js');

beforeAll(() => {
  cpSync(join(ROOT, 'examples/monorepo'), folder, { recursive: true });
  // What `npm install` would put there.
  const link = (target: string, name: string): void => symlinkSync(target, join(folder, 'node_modules', name), 'junction');
  for (const made of ['@shop', '.bin']) mkdirSync(join(folder, 'node_modules', made), { recursive: true });
  for (const name of ['eslint', 'turbo', '@turbo', '.bin/eslint']) link(join(ROOT, 'node_modules', name), name);
  link(ROOT, 'eslint-plugin-backend-patterns');
  link(join(folder, 'packages/data'), '@shop/data');
  for (const service of ['orders', 'billing', 'health']) link(join(folder, 'services', service), `@shop/${service}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the lint of all packages: how it ended, what it printed, and what Turborepo had kept. */
function lint(): { status: number | null; output: string; hits: string[]; misses: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules/turbo/bin/turbo'), 'run', 'lint', '--continue'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  const output = stdout + stderr;
  const packages = (state: string): string[] => [...output.matchAll(new RegExp(`^@shop/(\\w+):lint: cache ${state}`, 'gm'))].map(([, name = '']) => name).sort();
  return { status, output, hits: packages('hit'), misses: packages('miss') };
}

it('finds a query behind a package of the workspace', () => {
  const { status, output, misses } = lint();
  expect(status).toBe(1);
  expect(output).toMatch(/services\/orders\/src\/app\.js[\s\S]*`customerName` \(which reaches `customer\.findUniqueOrThrow` at customers\.js:6\) runs once per `order`/);
  expect(output.match(/backend-patterns\//g)).toHaveLength(1);
  expect(misses).toEqual(['billing', 'data', 'health', 'orders']);
}, 120_000);

it('lints nothing again where nothing has changed', () => {
  const text = readFileSync(ORDERS, 'utf8');
  const mended = text
    .replace('{ customerName }', '{ customerNames }')
    .replace('const labels = [];', 'const labels = [];\n  const names = await customerNames(req.body.orders.map((order) => order.customerId));')
    .replace('await customerName(order.customerId)', 'names.get(order.customerId)');
  writeFileSync(ORDERS, mended);
  expect(lint()).toMatchObject({ status: 0, hits: ['billing', 'data', 'health'], misses: ['orders'] });
  expect(lint()).toMatchObject({ status: 0, hits: ['billing', 'data', 'health', 'orders'], misses: [] });
}, 120_000);

it('lints again exactly what depends on a package that has changed', () => {
  const shared = join(folder, 'packages/data/src/customers.js');
  writeFileSync(shared, `${readFileSync(shared, 'utf8')}\nexport const AREA = 'customers';\n`);
  expect(lint()).toMatchObject({ status: 0, hits: ['health'], misses: ['billing', 'data', 'orders'] });
}, 120_000);
