/** Where imports lead in projects whose packages are not installed or not built. */
import { describe } from 'vitest';
import { valuesAre } from './engine.kit.js';

const client = "import { PrismaClient } from '@prisma/client';\nexport const db = new PrismaClient();\n";
const manifest = (name: string, more: object = {}): string => JSON.stringify({ name, ...more });

describe('a workspace package', () => {
  const root = { 'package.json': manifest('root', { workspaces: ['packages/*', 'apps/*'] }), 'apps/api/package.json': manifest('api') };
  const main = "import { db } from '@acme/db';\n/* it */ db;";
  valuesAre([
    ['by its `exports` alone', { 'apps/api/a.ts': main, ...root, 'packages/db/package.json': manifest('@acme/db', { exports: { '.': './lib/client.ts' } }), 'packages/db/lib/client.ts': client }, 'Prisma.PrismaClient'],
    ['by conditions of its `exports`', { 'apps/api/a.ts': main, ...root, 'packages/db/package.json': manifest('@acme/db', { exports: { '.': { import: './lib/client.ts' } } }), 'packages/db/lib/client.ts': client }, 'Prisma.PrismaClient'],
    ['by a pattern of its `exports`', { 'apps/api/a.ts': main.replace('@acme/db', '@acme/db/clients/main'), ...root, 'packages/db/package.json': manifest('@acme/db', { exports: { './clients/*': './lib/*.ts' } }), 'packages/db/lib/main.ts': client }, 'Prisma.PrismaClient'],
    ['by its sources, where `exports` speak of what is not built', { 'apps/api/a.ts': main, ...root, 'packages/db/package.json': manifest('@acme/db', { exports: { '.': './dist/index.js' } }), 'packages/db/src/index.ts': client }, 'Prisma.PrismaClient'],
    ['by a file of it', { 'apps/api/a.ts': main.replace('@acme/db', '@acme/db/client'), ...root, 'packages/db/package.json': manifest('@acme/db'), 'packages/db/src/client.ts': client }, 'Prisma.PrismaClient'],
    ['where nothing is', { 'apps/api/a.ts': main, ...root, 'packages/db/package.json': manifest('@acme/db') }, 'foreign'],
  ]);
});

describe('a tsconfig.json that extends what is not installed', () => {
  const files = { 'package.json': manifest('api'), 'src/db/client.ts': client };
  valuesAre([
    ['with paths of its own', { 'src/a.ts': "import { db } from '@/db/client';\n/* it */ db;", ...files, 'tsconfig.json': '{\n  // the team\'s own\n  "extends": "@acme/tsconfig/node.json",\n  "compilerOptions": { "paths": { "@/*": ["./src/*"], }, },\n}' }, 'Prisma.PrismaClient'],
    ['with a base of its own', { 'src/a.ts': "import { db } from 'db/client';\n/* it */ db;", ...files, 'tsconfig.json': '{ "extends": "@acme/tsconfig/node.json", "compilerOptions": { "baseUrl": "src" } }' }, 'Prisma.PrismaClient'],
    ['with paths from a base', { 'src/a.ts': "import { db } from '~client';\n/* it */ db;", ...files, 'tsconfig.json': '{ "extends": "@acme/tsconfig/node.json", "compilerOptions": { "baseUrl": "src", "paths": { "~client": ["db/client.ts"] } } }' }, 'Prisma.PrismaClient'],
    ['with paths that are none', { 'src/a.ts': "import { db } from '#data/client';\n/* it */ db;", ...files, 'tsconfig.json': '{ "extends": "@acme/tsconfig/node.json", "compilerOptions": { "paths": { "#data/*": 5, "#x": [1] } } }' }, 'unknown'],
    ['with options that are none', { 'src/a.ts': "import { db } from '#data/client';\n/* it */ db;", ...files, 'tsconfig.json': '{ "extends": "@acme/tsconfig/node.json", "compilerOptions": [] }' }, 'unknown'],
    ['that is not even JSON', { 'src/a.ts': "import { db } from '#data/client';\n/* it */ db;", ...files, 'tsconfig.json': 'function {' }, 'unknown'],
    ['that is not even JSON, and the usual alias', { 'src/a.ts': "import { db } from '@/db/client';\n/* it */ db;", ...files, 'tsconfig.json': 'function {' }, 'Prisma.PrismaClient'],
  ]);
});

describe('a generated Prisma client', () => {
  const use = (source: string): string => `import { PrismaClient } from '${source}';\nconst db = new PrismaClient();\n/* it */ db;`;
  const files = { 'package.json': manifest('api', { dependencies: { lib: '1' } }) };
  valuesAre([
    ['that is not there, by a path', { 'src/a.ts': use('../generated/client'), ...files }, 'Prisma.PrismaClient?'],
    ['that is not there, from a folder of the project', { 'src/a.ts': use('src/generated/client'), ...files }, 'Prisma.PrismaClient?'],
    ['that is not there, by its type alone', { 'src/a.ts': "import { PrismaClient } from './generated/client';\nclass Users { constructor(private db: PrismaClient) {} run() { /* it */ this.db; } }", ...files }, 'Prisma.PrismaClient?'],
    ['another class of what is not there', { 'src/a.ts': use('./generated/client').replace(/PrismaClient/g, 'Client'), ...files }, 'unknown'],
    ['from a package of another name', { 'src/a.ts': use('lib/client'), ...files, 'lib/client.d.ts': '' }, 'unknown'],
    ['as version 7 makes it', { 'src/a.ts': use('./generated/client'), ...files, 'src/generated/client.ts': "import * as $Class from './class';\nexport const PrismaClient = $Class.getPrismaClientClass();\nexport type PrismaClient = $Class.PrismaClient;\n", 'src/generated/class.ts': "import * as runtime from '@prisma/client/runtime/client';\nexport interface PrismaClient {}\nexport function getPrismaClientClass(): any { return runtime.getPrismaClient({}) as unknown as any; }\n" }, 'Prisma.PrismaClient'],
    ['as earlier versions make it', { 'src/a.ts': use('./generated/client'), ...files, 'src/generated/client/index.js': "const { getPrismaClient } = require('./runtime/library.js');\nconst PrismaClient = getPrismaClient({});\nexports.PrismaClient = PrismaClient;\n" }, 'Prisma.PrismaClient?'],
  ]);
});
