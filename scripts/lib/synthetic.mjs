import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a backend of so many files: resources of four files each, a route, a service, a repository and a schema, that import one another,
 * and what all of them share.
 *
 * @param {string} folder
 * @param {number} files
 */
export function writeBackend(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  put(folder, 'package.json', JSON.stringify({ name: 'generated', type: 'module', dependencies: { express: '^4.21.0', '@prisma/client': '^6.0.0', zod: '^3.24.0' } }));
  put(folder, 'src/db.ts', "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n");
  put(folder, 'src/log.ts', 'export function log(message: string, details: object = {}): void {\n  process.stdout.write(`${message} ${JSON.stringify(details)}\\n`);\n}\n');
  for (let index = 0; index * 4 + 2 < files; index++) {
    const next = (index + 1) % Math.max(1, Math.floor((files - 2) / 4));
    for (const [name, text] of Object.entries(resource(index, next))) put(folder, name, text);
  }
}

/** @param {number} at @param {number} next */
function resource(at, next) {
  const name = `item${String(at)}`;
  const title = `Item${String(at)}`;
  const base = `src/${name}`;
  return {
    [`${base}/${name}.schema.ts`]: `import { z } from 'zod';\nexport const ${name}Query = z.object({ page: z.coerce.number().min(1).default(1), limit: z.coerce.number().max(100).default(20), search: z.string().optional() });\nexport const ${name}Body = z.object({ title: z.string(), amount: z.number().positive(), tags: z.array(z.string()).max(10) });\nexport type ${title}Body = z.infer<typeof ${name}Body>;\n`,
    [`${base}/${name}.repository.ts`]: `import { prisma } from '../db.js';\nimport type { ${title}Body } from './${name}.schema.js';\n\nexport class ${title}Repository {\n  async list(page: number, limit: number) {\n    return prisma.${name}.findMany({ skip: (page - 1) * limit, take: limit, orderBy: { id: 'asc' } });\n  }\n\n  async byIds(ids: readonly number[]) {\n    return prisma.${name}.findMany({ where: { id: { in: [...ids] } } });\n  }\n\n  async find(id: number) {\n    return prisma.${name}.findUnique({ where: { id } });\n  }\n\n  async create(body: ${title}Body) {\n    return prisma.${name}.create({ data: { title: body.title, amount: body.amount } });\n  }\n}\n`,
    [`${base}/${name}.service.ts`]: `import { log } from '../log.js';\nimport { ${title}Repository } from './${name}.repository.js';\nimport type { ${title}Body } from './${name}.schema.js';\nimport { Item${String(next)}Repository } from '../item${String(next)}/item${String(next)}.repository.js';\n\nexport class ${title}Service {\n  constructor(private readonly items = new ${title}Repository(), private readonly others = new Item${String(next)}Repository()) {}\n\n  async page(page: number, limit: number) {\n    const items = await this.items.list(page, limit);\n    const others = await this.others.byIds(items.map((item) => item.id));\n    const byId = new Map(others.map((other) => [other.id, other]));\n    return items.map((item) => ({ id: item.id, title: item.title, other: byId.get(item.id)?.title }));\n  }\n\n  async create(body: ${title}Body) {\n    const created = await this.items.create(body);\n    log('created', { id: created.id });\n    return created;\n  }\n\n  async totals(ids: readonly number[]) {\n    let sum = 0;\n    for (const item of await this.items.byIds(ids)) {\n      if (item.amount > 0) sum += item.amount;\n    }\n    return sum;\n  }\n}\n`,
    [`${base}/${name}.routes.ts`]: `import { Router } from 'express';\nimport { ${title}Service } from './${name}.service.js';\nimport { ${name}Body, ${name}Query } from './${name}.schema.js';\n\nexport const ${name}Routes = Router();\nconst service = new ${title}Service();\n\n${name}Routes.get('/', async (req, res, next) => {\n  try {\n    const { page, limit } = ${name}Query.parse(req.query);\n    res.json(await service.page(page, limit));\n  } catch (error) {\n    next(error);\n  }\n});\n\n${name}Routes.post('/', async (req, res, next) => {\n  try {\n    res.status(201).json(await service.create(${name}Body.parse(req.body)));\n  } catch (error) {\n    next(error);\n  }\n});\n`,
  };
}

/** @param {string} folder @param {string} name @param {string} text */
function put(folder, name, text) {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
