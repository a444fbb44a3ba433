/** Small projects on disk, and the command run in them as a process would run it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll } from 'vitest';
import { type ExitCode, run } from '../../src/cli/command.js';

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, gone after the tests. */
export function projectOf(files: Readonly<Record<string, string>>, name = 'backend'): string {
  const outer = mkdtempSync(join(tmpdir(), 'backend-patterns-'));
  made.push(outer);
  const folder = join(outer, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) put(folder, file, text);
  return folder;
}

export function put(folder: string, file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const ignored = (): void => undefined;

class Sink extends Writable {
  text = '';
  isTTY: boolean;
  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
  // What a progress bar asks of a terminal.
  cursorTo = ignored;
  clearLine = ignored;
  moveCursor = ignored;
}

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs `backend-patterns` with these words. */
export async function command(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, isTTY = false): Promise<Ran> {
  const [out, err] = [new Sink(isTTY), new Sink(isTTY)];
  const code = await run(args, { cwd, out, err, env });
  return { code, out: out.text, err: err.text };
}

/** The same, for `analyze --format json`, read. */
export async function analysisOf(cwd: string, ...args: string[]): Promise<Json & { readonly code: ExitCode }> {
  const { code, out, err } = await command(cwd, ['analyze', '--format', 'json', ...args]);
  if (code === 2) throw new Error(err);
  return { ...(JSON.parse(out) as Json), code };
}

interface Place {
  readonly file: string;
  readonly line: number;
}

/** What the tests look at. */
export interface Json {
  readonly totals: Readonly<Record<string, number>>;
  readonly options: Readonly<Record<string, string>>;
  readonly stack: readonly { readonly name: string; readonly major?: number; readonly kind: string; readonly files: number }[];
  readonly focuses: readonly { readonly focus: string; readonly score: number; readonly errors: number; readonly warnings: number }[];
  readonly rules: readonly { readonly name: string; readonly focus: string }[];
  readonly findings: readonly (Place & { readonly rule: string; readonly focus: string; readonly severity: string; readonly message: string; readonly fingerprint: string; readonly known: boolean; readonly evidence: readonly (Place & { readonly says: string })[]; readonly suggestions: readonly unknown[] })[];
  readonly handlers: readonly (Place & { readonly name: string; readonly framework: string; readonly queries: readonly (Place & { readonly name: string; readonly access: string })[] })[];
  readonly leftOut: readonly { readonly reason: string; readonly paths: readonly string[] }[];
  readonly notParsed: readonly (Place & { readonly message: string; readonly column: number })[];
}

/** A shop with an error in a handler, a query in a loop that only following the import shows, and a warning of `strict`. */
export const SHOP = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '^4.18.2', '@prisma/client': '~6.1.0' } }),
  'src/app.js': `import express from 'express';
import { totalsOf } from './totals.js';
const app = express();
app.get('/totals', async (req, res) => {
  try {
    const totals = [];
    for (const id of req.query.ids) totals.push(await totalsOf(id));
    res.json(totals);
  } catch (error) {
    res.status(500).json({ message: error.message });
  }
});
`,
  'src/totals.js': `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export async function totalsOf(customerId) {
  return prisma.order.aggregate({ where: { customerId }, _sum: { total: true } });
}
export async function move(from, to) {
  await prisma.stock.update({ where: { id: from }, data: { count: { decrement: 1 } } });
  await prisma.shipment.create({ data: { from, to } });
}
`,
} as const;
