import { expect, it } from 'vitest';
import { lintProject } from '#kit';

/** A query two imports away from the loop, and a size whose only caller is in a file of another folder. */
const FILES = {
  'src/loop.ts': "import { load } from './service';\nexport async function all(ids: string[]) {\n  for (const id of ids) await load(id);\n}\n",
  'src/service.ts': "export { load } from './repository';\n",
  'src/repository.ts': "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\nexport function load(id: string) {\n  return db.item.findFirst({ where: { id } });\n}\n",
  'src/pages.ts': "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\nexport function page(limit: number) {\n  return db.item.findMany({ take: limit });\n}\n",
  'src/http/routes.ts': "import { Router } from 'express';\nimport { page } from '../pages';\nRouter().get('/items', async (req, res) => {\n  const { limit } = req.query;\n  const rows = await page(Number(limit));\n  res.json(rows);\n});\n",
};

function found(followImports: unknown, only: string): string[] {
  const rules = { 'no-n-plus-one': {}, 'require-pagination-cap': {} };
  return lintProject(FILES, { rules, only: [only], settings: { followImports } }).map(({ rule, line }) => `${rule}:${String(line)}`);
}

it('follows imports unless told not to', () => {
  expect(found(true, 'src/loop.ts')).toEqual(['no-n-plus-one:3']);
  expect(found(false, 'src/loop.ts')).toEqual([]);
});

it('goes as deep as `depth` says', () => {
  expect(found({ depth: 2 }, 'src/loop.ts')).toEqual(['no-n-plus-one:3']);
  expect(found({ depth: 1 }, 'src/loop.ts')).toEqual([]);
});

it('searches no further folder for callers once it has as many files as `files` says', () => {
  expect(found({ files: 5 }, 'src/pages.ts')).toEqual(['require-pagination-cap:4']);
  expect(found({ files: 1 }, 'src/pages.ts')).toEqual([]);
});
