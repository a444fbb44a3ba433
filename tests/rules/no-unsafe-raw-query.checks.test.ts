import { inApp, rule, tester } from '#kit';
import { getting, marked } from './marked.kit.js';

const PG = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const ANSWER = 'return res.sendStatus(400);';
const named = (name: string, code: string) => marked(name, 'unsafeName', code);
const value = (name: string, code: string) => marked(name, 'unsafeValue', code);
/** A handler that sorts by a value of the client, after a check of it. */
const after = (check: string, by = 'sort', preamble = '') => getting(PG + preamble, `const { sort, order } = req.query;\n  ${check}\n  const { rows } = await pool.query(\`SELECT * FROM items ORDER BY \${${by}}\`);`);
const asking = (statements: string, text: string, preamble = '') => getting(PG + preamble, `${statements}\n  const { rows } = await pool.query(${text});`);
/** A function of the app that sorts by a parameter of a type, and a handler that calls it with a value of the client. */
const typed = (type: string, preamble = '', by = 'by') => getting(`${PG}${preamble}function sorted(by: ${type}) {\n  return pool.query(\`SELECT * FROM items ORDER BY \${${by}}\`);\n}\n`, 'const { rows } = await sorted(req.query.sort as any);');

tester.run('no-unsafe-raw-query: checks of a value', rule('no-unsafe-raw-query'), {
  valid: [
    { name: 'compared with all that may be', code: after(`if (sort !== 'name' && sort !== 'age') ${ANSWER}`) },
    { name: 'compared loosely', code: after(`if (sort != 'name') ${ANSWER}`) },
    { name: 'compared with a constant', code: after(`if (sort !== NAME) ${ANSWER}`, 'sort', "const NAME = 'name';\n") },
    { name: 'compared with a member', code: after(`if (sort !== COLUMNS.name) ${ANSWER}`, 'sort', "import { COLUMNS } from './columns';\n") },
    { name: 'compared in small letters', code: after(`if (order.toLowerCase() !== 'asc' && order.toLowerCase() !== 'desc') ${ANSWER}`, 'order') },
    { name: 'used where it is equal', code: getting(PG, "let rows;\n  if (req.query.sort === 'name') rows = await pool.query(`SELECT * FROM items ORDER BY ${req.query.sort}`);") },
    { name: 'used where it is nothing', code: getting(PG, 'let rows;\n  if (req.query.sort === undefined) rows = await pool.query(`SELECT * FROM items ORDER BY ${req.query.sort}`);') },
    { name: 'in one of two lists', code: after(`if (!NAMES.includes(sort) && !DATES.includes(sort)) ${ANSWER}`, 'sort', "const NAMES = ['name'];\nconst DATES = ['at'];\n") },
    { name: 'in a list, or missing', code: after(`if (sort && !['name'].includes(sort)) ${ANSWER}`, "sort === undefined ? 'id' : sort") },
    { name: 'in a list, with another test', code: after(`if (!req.query.page || !['name'].includes(sort)) ${ANSWER}`) },
    { name: 'not in a list, negated twice', code: after(`if (!(['name'].includes(sort) || ['at'].includes(sort))) ${ANSWER}`) },
    { name: 'matched by a pattern', code: after(`if (!sort.match(/^[a-z]+$/)) ${ANSWER}`) },
    { name: 'a field that a list lets through, by its key', code: asking('const picked = {};\n  for (const key of Object.keys(req.query)) {\n    if (key in COLUMNS) picked[key] = req.query[key];\n  }', '`SELECT * FROM items ORDER BY ${picked.sort}`', 'const COLUMNS = { name: 1 };\n') },
    { name: 'a field that a set lets through, by its key', code: asking('const picked = {};\n  for (const key of Object.keys(req.query)) {\n    if (COLUMNS.has(key)) picked[key] = req.query[key];\n  }', '`SELECT * FROM items ORDER BY ${picked.sort}`', "const COLUMNS = new Set(['name']);\n") },
    { name: 'found by a pattern', code: after(`if (sort.search(/^[a-z]+$/) === -1) ${ANSWER}`) },
    { name: 'equal to a constant', code: getting(`${PG}const NAME = 'name';\n`, 'let rows;\n  if (req.query.sort === NAME) rows = await pool.query(`SELECT * FROM items ORDER BY ${req.query.sort}`);') },
    { name: 'equal to a member', code: getting(`${PG}import { COLUMNS } from './columns';\n`, 'let rows;\n  if (req.query.sort == COLUMNS.name) rows = await pool.query(`SELECT * FROM items ORDER BY ${req.query.sort}`);') },
    { name: 'in a list, with both tests of a branch', code: getting(PG, "let rows;\n  if (!(!['name'].includes(req.query.sort) || !req.query.sort)) rows = await pool.query(`SELECT * FROM items ORDER BY ${req.query.sort}`);") },
    { name: 'a schema, beside its value', code: asking('const { data } = z.object({ id: z.number() }).safeParse(req.params);', '`SELECT * FROM items WHERE id = ${data.id}`', "import { z } from 'zod';\n") },
    { name: 'a schema that is an argument', code: asking('const { id } = v.parse(v.object({ id: v.number() }), req.params);', '`SELECT * FROM items WHERE id = ${id}`', "import * as v from 'valibot';\n") },
    { name: 'what Number makes of it', code: asking('', '`SELECT * FROM items WHERE id = ${Number.parseInt(req.params.id)}`') },
    { name: 'a schema handed to what parses', code: asking('const { id } = readBody(req, z.object({ id: z.number() }));', '`SELECT * FROM items WHERE id = ${id}`', "import { z } from 'zod';\nimport { readBody } from './read';\n") },
    { name: 'a statement of a client that nobody knows, with its values beside it', code: asking("const sql = 'SELECT * FROM items WHERE id = :id';\n  await connection.execute(sql, [req.params.id]);", "'SELECT 1'", "import { connection } from 'odd-db';\n") },
    { name: 'arguments that are spread', code: getting("import knex from 'knex';\nconst db = knex({});\n", "const rows = await db('items').orderByRaw(...req.body.order);") },
    { name: 'at a position of a list', code: getting(PG, "let rows;\n  if (['name'].indexOf(req.query.sort) >= 0) rows = await pool.query(`SELECT * FROM items ORDER BY ${req.query.sort}`);") },
    { name: 'a number within bounds', code: asking(`const { id } = req.params;\n  if (!(id > 0)) ${ANSWER}`, '`SELECT * FROM items WHERE id = ${id}`') },
    { name: 'no number, by the number it makes', code: asking(`const { id } = req.params;\n  if (isNaN(Number(id))) ${ANSWER}`, '`SELECT * FROM items WHERE id = ${id}`') },
    { name: 'a type of number, in the branch', code: getting(PG, "let rows;\n  if (typeof req.body.id === 'number') rows = await pool.query(`SELECT * FROM items WHERE id = ${req.body.id}`);") },
    { name: 'known by a check that is awaited', code: after('await assertSortable(sort);', 'sort', "import { assertSortable } from './columns';\n") },
    { name: 'wrong by a check of the app', code: after(`if (isInvalidColumn(sort)) ${ANSWER}`, 'sort', "import { isInvalidColumn } from './columns';\n") },
    { name: 'put right where it is not in the list', code: asking("let { sort } = req.query;\n  if (COLUMNS.indexOf(sort) < 0) sort = 'name';", '`SELECT * FROM items ORDER BY ${sort}`', "const COLUMNS = ['name'];\n") },
    { name: 'only what a list has', code: asking("const fields = req.body.fields.filter((field) => COLUMNS.has(field));", "`SELECT ${fields.join(', ')} FROM items`", "const COLUMNS = new Set(['name']);\n") },
    { name: 'a text cut out of a fixed set', code: asking('', "`SELECT * FROM items WHERE name = '${req.query.name.replaceAll(/\\W/g, '')}'`") },
    { name: 'a quote replaced as a text', code: asking('', "`SELECT * FROM items WHERE name = '${req.query.name.replaceAll(\"'\", \"''\")}'`") },
    { name: 'an object, which is no text', code: asking('', '`SELECT * FROM items`, { ...req.query }') },
    { name: 'a new date', code: asking('', "`SELECT * FROM items WHERE at > '${new Date(req.query.since)}'`") },
    { name: 'a list that a function by its name lets through', code: asking('', "`SELECT * FROM items ORDER BY ${req.query.sort.split(',').filter(isColumn).join(', ')}`", 'const isColumn = (name) => COLUMNS.has(name);\n') },
    { name: 'a cleaning method of what nobody can see', code: asking('', "`SELECT * FROM items WHERE name = '${filters.escape(req.query.name)}'`", "import filters from 'our-filters';\n") },
  ],
  invalid: [
    named('each field copied, whatever it is called', asking('const picked = {};\n  for (const key of Object.keys(req.query)) {\n    if (key !== COLUMN) picked[key] = req.query[key];\n  }', '`SELECT * FROM items ORDER BY ${«picked.sort»}`', "const COLUMN = 'x';\n")),
    named('compared in one of two ways', after(`if (sort !== 'name' && order !== 'asc') ${ANSWER}`, '«sort»')),
    named('compared with what is not allowed', after(`if (sort === 'secret') ${ANSWER}`, '«sort»')),
    named('used where it is not equal', getting(PG, "let rows;\n  if (req.query.sort !== 'name') rows = await pool.query(`SELECT * FROM items ORDER BY ${«req.query.sort»}`);")),
    named('compared where either of two tests lets it through', after(`if (sort !== 'name' && !order) ${ANSWER}`, '«sort»')),
    named('in a list that is not asked for it', after(`if (!NAMES.includes(order)) ${ANSWER}`, '«sort»', "const NAMES = ['name'];\n")),
    named('known by a check of another', after('assertSortable(order);', '«sort»', "import { assertSortable } from './columns';\n")),
    named('known by what is called later', after('const { rows: early } = { rows: [] };', '«sort»').replace('res.json(rows)', 'assertSortable(sort);\n  res.json(rows)')),
    named('a call that checks nothing', after('console.log(sort);', '«sort»')),
    value('a statement under a name, of a client that nobody knows', asking("const sql = `SELECT * FROM items WHERE id = ${«req.params.id»}`;\n  await connection.execute(sql);", "'SELECT 1'", "import { connection } from 'odd-db';\n")),
    value('a schema, beside its value, with a text', asking('const { data } = z.object({ id: z.string() }).safeParse(req.params);', '`SELECT * FROM items WHERE id = ${«data.id»}`', "import { z } from 'zod';\n")),
    value('a schema that is an argument, with a text', asking('const { id } = v.parse(v.object({ id: v.string() }), req.params);', '`SELECT * FROM items WHERE id = ${«id»}`', "import * as v from 'valibot';\n")),
    named('a name at the end of a sum', asking('', "'SELECT * FROM items ORDER BY ' + «req.query.sort»")),
    value('a value that is added to a text', asking("let sql = 'SELECT * FROM items ORDER BY ';\n  sql = sql + «req.query.sort»;", 'sql')),
    value('a value on the other side of a sum', asking('', "«req.query.columns» + ' FROM items'")),
    marked('a text of the request itself', 'clientStatement', "import { Pool } from 'pg';\nconst pool = new Pool();\nexport async function POST(request: Request) {\n  return Response.json(await pool.query(«await request.text()»));\n}\n", { filename: inApp('app/api/items/route.ts') }),
    value('a type of text, in the branch', getting(PG, "let rows;\n  if (typeof req.body.id === 'string') rows = await pool.query(`SELECT * FROM items WHERE id = ${«req.body.id»}`);")),
    named('only what is not empty', asking("const fields = req.body.fields.filter(Boolean).join(', ');", '`SELECT * FROM items ORDER BY ${«fields»}`')),
    value('a function of the app that is called so and escapes nothing', asking('', "`SELECT * FROM items WHERE name = '${«escapeName(req.query.name)»}'`", 'function escapeName(name) {\n  return name.trim();\n}\n')),
    value('a text that Number gives no form', asking('', "`SELECT * FROM items WHERE name = '${«String(req.query.name)»}'`")),
  ],
});

tester.run('no-unsafe-raw-query: types that have no room for code', rule('no-unsafe-raw-query'), {
  valid: [
    { name: 'a number or nothing', code: typed('number | undefined') },
    { name: 'a list of numbers', code: typed('number[]') },
    { name: 'a date', code: typed('Date') },
    { name: 'one of few, under a name', code: typed('Column', "type Column = 'name' | 'age';\n") },
    { name: 'an enumeration', code: typed('Column', "enum Column { Name = 'name' }\n") },
    { name: 'a key of a table', code: typed('keyof typeof COLUMNS', 'const COLUMNS = { name: 1 };\n') },
    { name: 'a big number or null', code: typed('bigint | null') },
    { name: 'a field that is a number', code: typed('Order', 'class Order {\n  column: string;\n  place: number;\n}\n', 'by.place') },
  ],
  invalid: [
    named('a text', typed('string', '', '«by»')),
    named('a text under a name', typed('Column', 'type Column = string;\n', '«by»')),
    named('a text or a number', typed('string | number', '', '«by»')),
    named('a list of texts', typed('string[]', '', '«by»')),
    named('a type of a namespace', typed('Items.Column', "import type * as Items from './items';\n", '«by»')),
    named('a type that nobody can see', typed('Column', "import type { Column } from 'columns';\n", '«by»')),
    named('a type that is nowhere', typed('Column', '', '«by»')),
    named('a type that means itself', typed('Column', 'type Column = Column | number;\n', '«by»')),
    named('a field that is a text', typed('Order', 'class Order {\n  column: string;\n  place: number;\n}\n', '«by.column»')),
  ],
});
