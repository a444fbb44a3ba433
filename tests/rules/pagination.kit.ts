/** What the cases of `require-pagination-cap` share: an app, clients, and the expected report of a size. */
export const EXPRESS = "import express from 'express';\nconst app = express();\n";
export const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
export const MONGOOSE = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ name: String, role: String }));\n";

/** A file with an Express handler of `GET /users` around some statements. */
export function listing(preamble: string, statements: string): string {
  return `${EXPRESS}${preamble}app.get('/users', async (req, res) => {\n  ${statements}\n});\n`;
}

interface Uncapped {
  readonly name: string;
  /** The file, the guilty expression between guillemets. */
  readonly code: string;
  /** What the message says, where the case is about that. */
  readonly data?: { readonly value: string; readonly query: string; readonly max: string };
  readonly filename?: string;
}

/** A case whose one report stands on the marked size, with the clamp as its suggestion. */
export function uncapped({ code: marked, data, ...test }: Uncapped) {
  const [before, size, after] = marked.split(/[«»]/);
  if (before === undefined || size === undefined || after === undefined) throw new Error(`${test.name}: no size is marked.`);
  const lines = before.split('\n');
  const suggestions = [{ messageId: 'clamp', output: `${before}Math.min(Math.max(${size}, 1), 100)${after}` }];
  return { ...test, code: before + size + after, errors: [{ messageId: 'uncappedLimit', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, ...(data && { data }), suggestions }] };
}
