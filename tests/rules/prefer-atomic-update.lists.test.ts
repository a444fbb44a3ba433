/** A list that is read, added to or taken from in memory, and written back. */
import { lintProject, rule, tester } from '#kit';
import { describe, expect, it } from 'vitest';
import { KNEX, MONGOOSE, paying, PG, PRISMA, reported, SEQUELIZE, TYPEORM } from './atomic.kit.js';

const lost = (name: string, code: string, remedy?: string) => reported('readModifyWrite', { name, code, ...(remedy !== undefined && { data: { column: 'Account.tags', write: 'Account.updateOne', remedy } }) });
const READ = 'const account = await Account.findById(id);';
const mongoose = (...statements: string[]) => paying(MONGOOSE, READ, ...statements);
const writing = (value: string, ...before: string[]) => mongoose(...before, `await Account.updateOne({ _id: id }, { $set: { tags: ${value} } });`);
const MONGO = "import { MongoClient } from 'mongodb';\nconst accounts = new MongoClient(url).db().collection('accounts');\n";

tester.run('prefer-atomic-update: lists of a document', rule('prefer-atomic-update'), {
  valid: [
    { name: 'a list that is copied', code: writing('[...account.tags]') },
    { name: 'a list that is put in order', code: writing('tags', 'const { tags } = account;', 'tags.sort();') },
    { name: 'a list that is changed after it was written', code: mongoose('await Account.updateOne({ _id: id }, { $set: { tags: account.tags } });', 'account.tags.push(amount);') },
    { name: 'a list of the caller', code: writing('[...fresh, amount]', 'const fresh = [1];') },
    { name: 'a list of another column', code: writing('[...account.names, amount]') },
    { name: 'another list that is changed', code: writing('account.tags', 'account.names.push(amount);') },
    { name: 'a list that holds a value of the row', code: writing('[...fresh, account.tags]', 'const fresh = [1];') },
    { name: 'a list out of an element of the list', code: writing('[...account.tags[0].names, amount]') },
    { name: 'a new value for each element', code: writing('account.tags.map((tag) => tag + 1)') },
    { name: 'rows that are sifted', code: paying(MONGOOSE, 'const [{ tags }] = (await Account.find({ _id: id })).filter((row) => row.open);', 'await Account.updateOne({ _id: id }, { $set: { tags } });') },
    { name: 'a text that is joined', code: writing('account.tags.concat(amount)') },
    { name: 'a list in a text', code: writing("[...account.tags.split(','), amount].join(',')") },
    { name: 'a list in JSON', code: writing('JSON.stringify([...account.tags, amount])') },
    { name: 'a name that is given another list', code: writing('tags', 'let { tags } = account;', 'tags = [...fresh, amount];') },
    { name: 'a name that is given a copy', code: writing('tags', 'let { tags } = account;', 'tags = [...tags];') },
    { name: 'an operator', code: mongoose('await Account.updateOne({ _id: id }, { $push: { tags: [...account.tags, amount] } });') },
    { name: 'an old value in the filter', code: mongoose('await Account.updateOne({ _id: id, tags: { $ne: amount } }, { $set: { tags: [...account.tags, amount] } });') },
    { name: 'a version in the filter', code: mongoose('await Account.updateOne({ _id: id, __v: account.__v }, { $set: { tags: [...account.tags, amount] } });') },
    { name: 'another document', code: writing('[...account.tags, amount]').replace('{ _id: id }', '{ _id: other }') },
    { name: 'a document that is saved, which sends what was added', code: mongoose('account.tags.push(amount);', 'await account.save();') },
    { name: 'a document that is saved, which checks its version', code: mongoose('account.tags = account.tags.filter((tag) => tag !== amount);', 'await account.save();') },
    { name: 'a lock', code: writing('[...account.tags, amount]', 'await lock(id);') },
    { name: 'a helper that adds one', code: paying(`${MONGOOSE}async function tag(id, tags) {\n  await Account.updateOne({ _id: id }, { $addToSet: { tags: { $each: tags } } });\n}\n`, READ, 'await tag(id, [...account.tags, amount]);') },
    { name: 'a list that is changed where nothing runs', code: `${MONGOOSE}const fresh = [1];\nfresh.push(2);\nexport async function reset(id) {\n  await Account.updateOne({ _id: id }, { $set: { tags: fresh } });\n}\n` },
  ],
  invalid: [
    lost('spread, with one more', writing('«[...account.tags, amount]»'), '`$push`, `$addToSet` or `$pull` in an update'),
    lost('spread, with one before', writing('«[amount, ...account.tags]»')),
    lost('joined', writing('«account.tags.concat([amount])»')),
    lost('sifted', writing('«account.tags.filter((tag) => tag !== amount)»')),
    lost('pushed to', writing('«tags»', 'const tags = account.tags;', 'tags.push(amount);')),
    lost('taken out and pushed to', writing('«tags»', 'const { tags } = account;', 'tags.unshift(amount);')),
    lost('spliced in the row', writing('«account.tags»', 'account.tags.splice(account.tags.indexOf(amount), 1);')),
    lost('copied, then pushed to', writing('«next»', 'const next = [...account.tags];', 'if (amount > 1) next.push(amount);')),
    lost('set anew', writing('«tags»', 'let tags = account.tags ?? [];', 'tags = tags.filter(Boolean);')),
    lost('set anew, with one more', writing('«tags»', 'let { tags } = account;', 'tags = [amount, ...tags];')),
    lost('sifted and put in order', writing('«account.tags.filter(Boolean).sort()»')),
    lost('without $set', mongoose('await Account.findByIdAndUpdate(id, { tags: «[...account.tags, amount]» });')),
    lost('inside the document', mongoose("await Account.updateOne({ _id: id }, { $set: { 'stats.marks': «[...account.stats.marks, amount]» } });")),
    lost('through a helper', paying(`${MONGOOSE}async function setTags(id, tags) {\n  await Account.updateOne({ _id: id }, { $set: { tags } });\n}\n`, READ, 'await setTags(id, «[...account.tags, amount]»);')),
    lost('the MongoDB driver', paying(MONGO, 'const account = await accounts.findOne({ _id: id });', 'account.tags.push(amount);', 'await accounts.updateOne({ _id: id }, { $set: { tags: «account.tags» } });')),
  ],
});

tester.run('prefer-atomic-update: lists of a row', rule('prefer-atomic-update'), {
  valid: [
    { name: 'Sequelize, whose column may be JSON', code: paying(SEQUELIZE, 'const account = await Account.findByPk(id);', 'await Account.update({ tags: [...account.tags, amount] }, { where: { id } });') },
    { name: 'TypeORM, whose lists may be other rows', code: paying(TYPEORM, 'const account = await accounts.findOneBy({ id });', 'await accounts.save({ ...account, tags: [...account.tags, amount] });') },
    { name: 'FOR UPDATE', code: paying(PG, "const { rows } = await pool.query('SELECT tags FROM accounts WHERE id = $1 FOR UPDATE', [id]);", "await pool.query('UPDATE accounts SET tags = $1 WHERE id = $2', [[...rows[0].tags, amount], id]);") },
    { name: 'array_append', code: paying(PG, "const { rows } = await pool.query('SELECT tags FROM accounts WHERE id = $1', [id]);", "await pool.query('UPDATE accounts SET tags = array_append(tags, $1) WHERE id = $2', [[...rows[0].tags, amount], id]);") },
    { name: 'Prisma, with no schema in sight', code: paying(PRISMA, 'const account = await prisma.account.findUnique({ where: { id } });', 'await prisma.account.update({ where: { id }, data: { tags: [...account.tags, amount] } });') },
  ],
  invalid: [
    lost('pg', paying(PG, "const { rows } = await pool.query('SELECT tags FROM accounts WHERE id = $1', [id]);", "await pool.query('UPDATE accounts SET tags = $1 WHERE id = $2', [«[...rows[0].tags, amount]», id]);")),
    lost('Knex', paying(KNEX, "const account = await db('accounts').where({ id }).first();", "await db('accounts').where({ id }).update({ tags: «account.tags.filter((tag) => tag !== amount)» });")),
    lost('a tag', paying("import postgres from 'postgres';\nconst sql = postgres();\n", 'const [account] = await sql`SELECT tags FROM accounts WHERE id = ${id}`;', 'await sql`UPDATE accounts SET tags = ${«[...account.tags, amount]»} WHERE id = ${id}`;')),
  ],
});

describe('prefer-atomic-update: lists that a schema declares', () => {
  const SCHEMA = 'model Account {\n  id Int @id\n  tags String[]\n  notes Json\n  users User[]\n}\n\nmodel User {\n  id Int @id\n}\n';
  const found = (data: string, schema = SCHEMA): string[] =>
    lintProject({ 'prisma/schema.prisma': schema, 'src/file.ts': paying(PRISMA, 'const account = await prisma.account.findUnique({ where: { id }, include: { users: true } });', `await prisma.account.update({ where: { id }, data: ${data} });`) }, { rules: { 'prefer-atomic-update': {} } }).map(({ message }) => message);

  it('are lost updates', () => {
    expect(found('{ tags: [...account.tags, amount] }')).toEqual(['`account.tags` is read, changed in memory and written back by `account.update`: of two requests at once, one change is lost. Let the database do it, with `{ push: … }` in `data`, or `array_remove` in an `$executeRaw`.']);
    expect(found('{ tags: { set: account.tags.filter(Boolean) } }')).toHaveLength(1);
  });

  it('are left alone in a column of JSON', () => {
    expect(found('{ notes: [...account.notes, amount] }')).toEqual([]);
    expect(found('{ notes: [...account.notes, amount] }', SCHEMA.replace('Json', 'Int[]'))).toHaveLength(1);
  });

  it('are left alone where they are other rows', () => {
    expect(found('{ users: { set: [...account.users, { id: amount }] } }')).toEqual([]);
    expect(found('{ users: { set: [...account.users, { id: amount }] } }', SCHEMA.replace('User[]', 'String[]'))).toHaveLength(1);
  });

  it('are left alone in a model that the schema does not have', () => {
    expect(found('{ tags: [...account.tags, amount] }', SCHEMA.replace('model Account', 'model Other'))).toEqual([]);
  });
});
