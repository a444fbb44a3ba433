/** What the cases of `no-unhashed-password` share: an app, clients, and the expected report at a mark. */
export const EXPRESS = "import express from 'express';\nconst app = express();\n";
export const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
export const MONGOOSE = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));\n";
export const BCRYPT = "import bcrypt from 'bcrypt';\n";
export const CRYPTO = "import crypto from 'node:crypto';\n";

/** A file with an Express handler of `POST /users` around some statements. */
export function posting(preamble: string, statements: string): string {
  return `${EXPRESS}${preamble}app.post('/users', async (req, res) => {\n  ${statements}\n  res.sendStatus(201);\n});\n`;
}

type MessageId = 'plaintext' | 'unawaitedHash' | 'fastHash' | 'weakCost' | 'plaintextCompare';

interface Faulty {
  readonly name: string;
  /** The file, the guilty expression between guillemets. */
  readonly code: string;
  /** What the message says, where the case is about that. */
  readonly data?: Readonly<Record<string, string>>;
}

/** A case whose one report stands on the marked expression. */
export function faulty(messageId: MessageId, { name, code: marked, data }: Faulty) {
  const [before, guilty, after] = marked.split(/[«»]/);
  if (before === undefined || guilty === undefined || after === undefined) throw new Error(`${name}: nothing is marked.`);
  const end = (before + guilty).split('\n');
  const start = before.split('\n');
  const place = { line: start.length, column: (start.at(-1)?.length ?? 0) + 1, endLine: end.length, endColumn: (end.at(-1)?.length ?? 0) + 1 };
  return { name, code: before + guilty + after, errors: [{ messageId, ...place, ...(data && { data }) }] };
}
