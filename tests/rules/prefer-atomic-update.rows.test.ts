/** On the way from the row that is read to the one that is written: helpers of the app, lists, copies, what picks the row. */
import { rule, tester } from '#kit';
import { KNEX, MONGOOSE, paying, PRISMA, reported, SEQUELIZE, TYPEORM } from './atomic.kit.js';

const lost = (name: string, code: string) => reported('readModifyWrite', { name, code });
const READ = 'const account = await prisma.account.findUnique({ where: { id } });';
const FIND = 'const account = await accounts.findOneBy({ id });';

/** A helper of the app that writes, and a call of it. */
const through = (helper: string, call: string) => paying(`${PRISMA}${helper}\n`, READ, call);
const SET = 'async function setBalance(id: number, balance: number) { await prisma.account.update({ where: { id }, data: { balance } }); }';
const SAVE = 'async function save(id: number, data: object) { await prisma.account.update({ where: { id }, data }); }';
const STORE = 'async function store({ id, balance }: Account) { await prisma.account.update({ where: { id }, data: { balance } }); }';

tester.run('prefer-atomic-update: through a helper', rule('prefer-atomic-update'), {
  valid: [
    { name: 'a value of the caller', code: through(SET, 'await setBalance(id, amount + 1);') },
    { name: 'another row', code: through(SET, 'await setBalance(amount, account.balance - amount);') },
    { name: 'another column', code: through(SAVE, 'await save(id, { spent: account.balance - amount });') },
    { name: 'an argument that is not written', code: through(SET, 'await setBalance(id, amount, account.balance - 1);') },
    { name: 'a helper that writes nothing', code: through('async function show(id: number, balance: number) { console.log(id, balance); }', 'await show(id, account.balance - amount);') },
    { name: 'arguments that are spread', code: through(SET, 'await setBalance(...[id, account.balance - amount]);') },
    { name: 'a property of another name', code: through(STORE, 'await store({ id, credit: account.balance - amount });') },
    { name: 'what stands deeper in an argument', code: through('async function put({ account }: Change) { await prisma.account.update({ where: { id: account.id }, data: { balance: account.balance } }); }', 'await put({ account: { id, balance: account.balance - amount } });') },
  ],
  invalid: [
    lost('the new value', through(SET, 'await setBalance(id, «account.balance - amount»);')),
    lost('the columns in an object', through(SAVE, 'await save(account.id, { balance: «account.balance - amount» });')),
    lost('an object that is taken apart', through(STORE, 'await store({ id, balance: «account.balance - amount» });')),
    lost('a value that is handed on twice', through(`${SET}\nasync function change(id: number, to: number) { await setBalance(id, to); }`, 'await change(id, «account.balance - amount»);')),
    lost('a row that is changed, and saved by a helper', paying(`${TYPEORM}const persist = (row: Account) => accounts.save(row);\n`, FIND, '«account.balance -= amount»;', 'await persist(account);')),
  ],
});

tester.run('prefer-atomic-update: rows that are changed', rule('prefer-atomic-update'), {
  valid: [
    { name: 'at the top of a module', code: `${SEQUELIZE}const account = await Account.findByPk(1);\naccount.balance = account.balance - 1;\naccount.balance -= 1;\nawait account.save();\n` },
    { name: 'a helper that is called before', code: paying(`${TYPEORM}const persist = (row: Account) => accounts.save(row);\n`, FIND, 'await persist(account);', 'account.balance -= amount;', 'return account;') },
    { name: 'a helper that is given another row', code: paying(`${TYPEORM}const persist = (row: Account) => accounts.save(row);\n`, FIND, 'account.balance -= amount;', 'await persist(other);') },
    { name: 'a list with another row', code: paying(TYPEORM, FIND, 'account.balance -= amount;', 'await accounts.save([other]);') },
    { name: 'a copy of another row', code: paying(TYPEORM, FIND, 'account.balance -= amount;', 'await accounts.save({ ...other });') },
    { name: 'a fixed value', code: paying(PRISMA, READ, 'account.balance -= amount;', 'await prisma.account.update({ where: { id }, data: { balance: 5 } });') },
    { name: 'a column that is picked', code: paying(PRISMA, READ, 'account.balance -= amount;', 'await prisma.account.update({ where: { id }, data: { balance: account[column] } });') },
    { name: 'a property inside a row', code: paying(TYPEORM, 'const order = await orders.findOneBy({ id });', 'order.account.balance -= amount;', 'await accounts.save(other);') },
    { name: 'a row of who knows where', code: paying(TYPEORM, 'account.balance -= amount;', 'await accounts.save(row);') },
    { name: 'a text that is set', code: paying(SEQUELIZE, 'const account = await Account.findByPk(id);', "account.balance = 'none';", 'await account.save();') },
    { name: 'a number that another function adds up', code: paying(`${SEQUELIZE}const sum = (balance: number) => balance + 1;\n`, 'const account = await Account.findByPk(id);', 'account.balance = sum(account.balance);', 'await account.save();') },
    { name: 'set to a sum of something else', code: paying(SEQUELIZE, 'const account = await Account.findByPk(id);', 'account.balance = 3 * amount;', 'await account.save();') },
    { name: 'a row that is taken away', code: paying(TYPEORM, FIND, 'account.balance -= amount;', 'await accounts.remove(account);') },
  ],
  invalid: [
    lost('a list with the row', paying(TYPEORM, FIND, '«account.balance -= amount»;', 'await accounts.save([account, other]);')),
    lost('a list that is copied', paying(TYPEORM, 'const all = await accounts.find({ take: 10 });', 'for (const account of all) «account.balance += amount»;', 'await accounts.save([...all]);')),
    lost('a copy of the row', paying(TYPEORM, FIND, '«account.balance -= amount»;', 'await accounts.save({ ...account });')),
    lost('set to a sum of itself', paying(SEQUELIZE, 'const account = await Account.findByPk(id);', '«account.balance = account.balance - amount»;', 'await account.save();')),
    lost('the signed-in user', "import express from 'express';\nimport mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ credits: Number }));\nconst app = express();\napp.post('/spend', async (req, res) => {\n  «req.user.credits -= 1»;\n  await User.updateOne({ _id: req.user.id }, { credits: req.user.credits });\n  res.end();\n});\n"),
  ],
});

const SPEND = (data: string, model = 'user', where = '{ id: req.user.id }') => `import express from 'express';\n${PRISMA}const app = express();\napp.post('/spend', async (req, res) => {\n  await prisma.${model}.update({ where: ${where}, data: ${data} });\n  res.end();\n});\n`;

tester.run('prefer-atomic-update: the signed-in user', rule('prefer-atomic-update'), {
  valid: [
    { name: 'what the client sends', code: SPEND('{ credits: Number(req.body.credits) - 1 }') },
    { name: 'another column', code: SPEND('{ spent: Number(req.user.credits) + 1 }') },
    { name: 'another table', code: SPEND('{ credits: Number(req.user.credits) - 1 }', 'order') },
    { name: 'another user', code: SPEND('{ credits: Number(req.user.credits) - 1 }', 'user', '{ id: req.params.id }') },
  ],
  invalid: [lost('the own column', SPEND('{ credits: «Number(req.user.credits) - 1» }'))],
});

const LOAD = 'const load = (id: number) => prisma.account.findUnique({ where: { id } });';
const DRIZZLE = "import { drizzle } from 'drizzle-orm/node-postgres';\nimport { and, eq } from 'drizzle-orm';\nimport { accounts } from './schema';\nconst db = drizzle(url);\n";

tester.run('prefer-atomic-update: what picks the row', rule('prefer-atomic-update'), {
  valid: [
    { name: 'a helper that reads another row', code: paying(`${PRISMA}${LOAD}\n`, 'const account = await load(amount);', 'await prisma.account.update({ where: { id }, data: { balance: Number(account.balance) - amount } });') },
    { name: 'one of many', code: paying(PRISMA, 'const all = await prisma.account.findMany({ where: { teamId: id } });', 'await prisma.account.update({ where: { id }, data: { balance: Number(all.at(-1).balance) - amount } });') },
    { name: 'a list of numbers', code: paying(KNEX, "const [balance] = await db('accounts').where({ id }).pluck('balance');", "await db('accounts').where({ id }).update({ balance: balance - amount });") },
    { name: 'a key of the same name', code: paying(PRISMA, READ, 'await prisma.account.update({ where: { id: pick({ account: 1 }).account }, data: { balance: Number(account.balance) - amount } });') },
    { name: 'a literal', code: paying(PRISMA, READ, 'await prisma.account.update({ where: { id: 1 }, data: { balance: Number(account.balance) - amount } });') },
  ],
  invalid: [
    lost('a helper that reads the row', paying(`${PRISMA}${LOAD}\n`, 'const account = await load(id);', 'await prisma.account.update({ where: { id }, data: { balance: «Number(account.balance) - amount» } });')),
    lost('the first of many', paying(KNEX, "const rows = await db('accounts').where('id', id);", "await db('accounts').where('id', id).update({ balance: «Number(rows[0].balance) - amount» });")),
    lost('one of many, by its place', paying(PRISMA, 'const rows = await prisma.account.findMany({ take: 9 });', 'for (let i = 1; i < rows.length; i++) await prisma.account.update({ where: { id: rows[i].id }, data: { balance: «Number(rows[i].balance) - 1» } });')),
    lost('a conversion', paying(PRISMA, READ, 'await prisma.account.update({ where: { id: Number(account.id) }, data: { balance: «Number(account.balance) - amount» } });')),
    lost('a key that is made of it', paying(PRISMA, READ, 'await prisma.account.update({ where: { key: `account:${account.key}` }, data: { balance: «Number(account.balance) - amount» } });')),
    lost('among several conditions', paying(PRISMA, READ, 'await prisma.account.update({ where: { AND: [...extra, { id: account.id }] }, data: { balance: «Number(account.balance) - amount» } });')),
    lost('a table of what is picked', paying(PRISMA, READ, 'await prisma.account.update({ where: { id: pick({ [account.id]: 1 }) }, data: { balance: «Number(account.balance) - amount» } });')),
    lost("Drizzle's conditions", paying(DRIZZLE, 'const [account] = await db.select().from(accounts).where(eq(accounts.id, id));', 'await db.update(accounts).set({ balance: «Number(account.balance) - amount» }).where(and(eq(accounts.id, id), eq(accounts.open, true)));')),
    lost('a row that is taken out of a parameter', `${PRISMA}async function pay({ account, amount }: Payment) {\n  await prisma.account.update({ where: { id: account.id }, data: { balance: «Number(account.balance) - amount» } });\n}\nexport async function run(id: number) {\n  await pay({ account: await prisma.account.findUnique({ where: { id } }), amount: 5 });\n}\n`),
    lost('by the row itself', paying(MONGOOSE, 'const account = await Account.findById(id);', 'await account.updateOne({ balance: «account.balance - amount» });')),
  ],
});
