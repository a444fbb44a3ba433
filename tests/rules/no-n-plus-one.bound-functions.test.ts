/** `f.bind(x)` runs nothing; what it gives runs when it is called. */
import { rule, tester } from '#kit';

const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const load = `${prisma}async function load(id: number) { return prisma.line.findMany({ where: { id } }); }\n`;
const inLoop = (code: string, call: string): string => `${code}export async function run(ids: number[], queue: Queue) {\n  for (const id of ids) ${call};\n}`;

tester.run('no-n-plus-one: bound functions', rule('no-n-plus-one'), {
  valid: [
    { name: 'a function that is bound for later', code: inLoop(load, 'queue.push(load.bind(null, id))') },
    { name: 'a query that is bound for later', code: inLoop(prisma, 'queue.push(prisma.line.findMany.bind(prisma.line, { where: { id } }))') },
  ],
  invalid: [
    { name: 'a bound function that is called', code: inLoop(`${load}const lines = load.bind(null);\n`, 'await lines(id)'), errors: [{ messageId: 'queryInLoop' }] },
    { name: 'a bound query that is called', code: inLoop(`${prisma}const find = prisma.line.findMany.bind(prisma.line);\n`, 'await find({ where: { id } })'), errors: [{ messageId: 'queryInLoop' }] },
    { name: 'a driver\'s query, made to give promises and bound', code: inLoop("import { promisify } from 'node:util';\nimport mysql from 'mysql';\nconst pool = mysql.createPool({});\nconst query = promisify(pool.query).bind(pool);\n", "await query('SELECT * FROM line WHERE id = ?', [id])"), errors: [{ messageId: 'queryInLoop' }] },
  ],
});
