/** The project that editors open in tests: a query in a loop that only following the import shows, and an error sent as it is. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/run.mjs';
import { projectOf } from '../cli/project.js';

export const NAMES = `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export function nameOf(id) {
  return prisma.user.findUnique({ where: { id } });
}
`;
/** The same without a query. */
export const QUIET_NAMES = "export function nameOf(id) {\n  return `user ${id}`;\n}\n";
export const APP = `import express from 'express';
import { nameOf } from './names.js';
const app = express();
app.get('/names', async (req, res, next) => {
  try {
    const names = [];
    for (const id of req.body.ids) names.push(await nameOf(id));
    res.json(names);
  } catch (error) {
    res.status(500).json(error);
  }
});
`;
export const LOOP = 'backend-patterns/no-n-plus-one:7';
export const RAW_ERROR = 'backend-patterns/no-raw-error-response:10';
/** The start of what is suggested for the error, and what it makes of the file. */
export const SUGGESTION = 'Pass the error on with `next(error)`';
export const MENDED = APP.replace('res.status(500).json(error);', 'next(error);');

export function editorProject(): string {
  const folder = projectOf({
    'package.json': JSON.stringify({ type: 'module', dependencies: { express: '4', '@prisma/client': '6' } }),
    'eslint.config.js': "import backendPatterns from 'eslint-plugin-backend-patterns';\nexport default [backendPatterns.configs.recommended];\n",
    'src/app.js': APP,
    'src/names.js': NAMES,
  });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules/eslint'), join(folder, 'node_modules/eslint'), 'junction');
  symlinkSync(ROOT, join(folder, 'node_modules/eslint-plugin-backend-patterns'), 'junction');
  return folder;
}
