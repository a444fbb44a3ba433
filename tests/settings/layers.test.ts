import { expect, it } from 'vitest';
import { lintProject } from '#kit';

const QUERY = "import { prisma } from './db';\nexport async function list() {\n  return prisma.user.findMany({ where: { id: 1 } });\n}\n";
const HANDLER = "import { Router } from 'express';\nimport { prisma } from './db';\nRouter().get('/users', async (req, res) => {\n  res.json(await prisma.user.findUnique({ where: { id: 1 } }));\n});\n";
const GUARD = "import { Router } from 'express';\nimport { prisma } from './db';\nRouter().use(async (req, res, next) => {\n  req.user = await prisma.user.findUnique({ where: { id: 1 } });\n  next();\n});\n";
const CLASS = "import { Controller } from '@nestjs/common';\nimport { PrismaClient } from '@prisma/client';\n@Controller('users')\nexport class Users {\n  constructor(private readonly prisma: PrismaClient) {}\n}\n";
const DB = "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n";

function reported(text: string, layer?: string, options: object = {}): string[] {
  const settings = layer === undefined ? {} : { layers: { 'src/x.ts': layer } };
  const found = lintProject({ 'src/x.ts': text, 'src/db.ts': DB }, { rules: { 'no-db-in-controller': options }, only: ['src/x.ts'], settings });
  return found.map(({ messageId, line }) => `${messageId}:${String(line)}`);
}

it('takes a file out of the controllers', () => {
  expect(reported(HANDLER)).toEqual(['queryInController:4']);
  for (const layer of ['service', 'repository', 'middleware']) expect(reported(HANDLER, layer)).toEqual([]);
  expect(reported(CLASS)).toEqual(['injectedClient:5']);
  expect(reported(CLASS, 'service')).toEqual([]);
});

it('puts a file among the controllers, where the code does not say what it is', () => {
  expect(reported(QUERY)).toEqual([]);
  expect(reported(QUERY, 'controller')).toEqual(['queryInController:3']);
});

it('leaves middleware what it is in a file of controllers', () => {
  expect(reported(GUARD, 'controller')).toEqual([]);
  expect(reported(GUARD, 'controller', { middleware: true })).toEqual(['queryInController:4']);
});

it('takes a file for middleware if the option asks for middleware', () => {
  expect(reported(GUARD, 'middleware', { middleware: true })).toEqual(['queryInController:4']);
});

it('leaves tests and scripts alone, and what settings call so', () => {
  expect(reported(HANDLER, 'script')).toEqual([]);
  expect(reported(HANDLER, 'test')).toEqual([]);
});
