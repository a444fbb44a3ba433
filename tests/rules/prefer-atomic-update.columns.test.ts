/** Where the new value of a column is put: in objects, lists, spreads, later assignments, and parameters of statements. */
import { rule, tester } from '#kit';
import { paying, PG, PRISMA, reported, SEQUELIZE, TYPEORM } from './atomic.kit.js';

const lost = (name: string, code: string) => reported('readModifyWrite', { name, code });
const READ = 'const account = await prisma.account.findUnique({ where: { id } });';
const UPDATE = 'await prisma.account.update({ where: { id }, data });';
const writing = (...before: string[]) => paying(PRISMA, READ, ...before, UPDATE);

tester.run('prefer-atomic-update: objects', rule('prefer-atomic-update'), {
  valid: [
    { name: 'an object that is not written', code: writing('const data = {};', 'const copy = {};', 'copy.balance = account.balance - amount;') },
    { name: 'a key that is worked out', code: writing('const data = { [column]: account.balance - amount };') },
    { name: 'a key that is worked out later', code: writing('const data = {};', 'data[column] = account.balance - amount;') },
    { name: 'an object of who knows where', code: writing() },
    { name: 'an object that a function makes', code: writing('const data = make({ balance: account.balance - amount });') },
    { name: 'an object that is taken out of another', code: writing('const { data } = { data: { spent: 1 }, balance: account.balance - amount };') },
    { name: 'a property that is read', code: writing('const data = { name };', 'if (data.name === account.balance - amount) return;') },
    { name: 'an operator', code: paying(PRISMA, READ, 'await prisma.account.update({ where: { id }, data: { $inc: { balance: account.balance - amount } } });') },
  ],
  invalid: [
    lost('an object in a name', writing('const data = { balance: «Number(account.balance) - amount» };')),
    lost('a property that is put in later', writing('const data = {};', 'data.balance = «Number(account.balance) - amount»;', 'report(data);')),
    lost('an object that is made anew', writing('let data = { name };', 'data = { ...data, balance: «Number(account.balance) - amount» };')),
    lost('a choice of two objects', paying(PRISMA, READ, 'await prisma.account.update({ where: { id }, data: open ? { balance: «Number(account.balance) - amount» } : { name } });')),
    lost('an object that is spread', writing('const change = { balance: «Number(account.balance) - amount» };', 'const data = { name, ...change };')),
    lost('a list of copies', paying(TYPEORM, 'const account = await accounts.findOneBy({ id });', 'await accounts.save([...others, { ...account, balance: «Number(account.balance) - amount» }]);')),
  ],
});

const ROWS = "const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [id]);";
const MYSQL = "import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({});\n";
const FOUND = "const [rows] = await pool.execute('SELECT balance FROM accounts WHERE id = ?', [id]);";

tester.run('prefer-atomic-update: statements', rule('prefer-atomic-update'), {
  valid: [
    { name: 'a statement that only speaks of an update', code: paying(PG, ROWS, "await pool.query('DELETE FROM accounts WHERE kind = \\'update\\' AND balance = $1', [rows[0].balance - amount]);") },
    { name: 'names that somebody else fills in', code: paying(PG, ROWS, "await pool.query('UPDATE accounts SET balance = :balance WHERE id = :id', values(rows[0].balance - amount));") },
    { name: 'parameters that are spread', code: paying(PG, ROWS, "await pool.query('UPDATE accounts SET spent = $1, balance = $2 WHERE id = $3', [...spent, rows[0].balance - amount, id]);") },
    { name: 'a parameter that is missing', code: paying(PG, ROWS, "await pool.query('UPDATE accounts SET balance = $4 WHERE id = $2', [rows[0].balance - amount, id]);") },
    { name: 'a name of another parameter', code: paying(SEQUELIZE, 'const account = await Account.findByPk(id);', "await sequelize.query('UPDATE accounts SET balance = :fresh WHERE id = :id', { replacements: { id, other: account.balance - amount } });") },
  ],
  invalid: [
    lost('a mark that is added before', paying(MYSQL, FOUND, "await pool.execute('UPDATE accounts SET visits = visits + ?, balance = ? WHERE id = ?', [1, «rows[0].balance - amount», id]);")),
    lost('values in options', paying(MYSQL, FOUND, "await pool.query({ sql: 'UPDATE accounts SET balance = ? WHERE id = ?', values: [«rows[0].balance - amount», id] });")),
    lost('values in an object', paying(PG, ROWS, "await pool.query({ text: 'UPDATE accounts SET balance = $1 WHERE id = $2', values: [«rows[0].balance - amount», id] });")),
    lost('parameters with names', paying(SEQUELIZE, "const [rows] = await sequelize.query('SELECT balance FROM accounts WHERE id = :id', { replacements: { id } });", "await sequelize.query('UPDATE accounts SET balance = :balance WHERE id = :id', { replacements: { id, balance: «rows[0].balance - amount» } });")),
    lost('an insert that updates', paying(PG, ROWS, "await pool.query('INSERT INTO accounts (id, balance) VALUES ($2, 0) ON CONFLICT (id) DO UPDATE SET balance = $1', [«rows[0].balance - amount», id]);")),
  ],
});
