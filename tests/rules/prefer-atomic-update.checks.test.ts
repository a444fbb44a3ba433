/** A number that was read decides a write: a column of its row, and with `countThenInsert` how many rows there are. */
import { rule, tester } from '#kit';
import { KNEX, MONGOOSE, paying, PG, PRISMA, reported, SEQUELIZE, TYPEORM } from './atomic.kit.js';

const options: [object] = [{ countThenInsert: true }];
const unchecked = (name: string, code: string, data?: Record<string, string>) => reported('checkThenWrite', { name, code, options, ...(data && { data }) });
const quiet = (name: string, code: string) => ({ name, code, options });
const READ = 'const wallet = await prisma.wallet.findUnique({ where: { id } });';
const GUARD = "if (wallet.balance < amount) throw new Error('too little');";
const TAKE = 'await prisma.wallet.update({ where: { id }, data: { balance: { decrement: amount } } });';
const MARKED = 'await «prisma.wallet.update({ where: { id }, data: { balance: { decrement: amount } } })»;';

tester.run('prefer-atomic-update: checkThenWrite', rule('prefer-atomic-update'), {
  valid: [
    { name: 'a quota, without the option', code: paying(PRISMA, 'const count = await prisma.seat.count({ where: { roomId: id } });', "if (count >= 10) throw new Error('full');", 'await prisma.seat.create({ data: { roomId: id } });') },
    quiet('no check', paying(PRISMA, READ, TAKE)),
    quiet('the condition in the write', paying(PRISMA, READ, GUARD, 'await prisma.wallet.updateMany({ where: { id, balance: { gte: amount } }, data: { balance: { decrement: amount } } });')),
    quiet('the condition in a statement', paying(PG, "const { rows } = await pool.query('SELECT balance FROM wallets WHERE id = $1', [id]);", 'if (rows[0].balance < amount) return;', "await pool.query('UPDATE wallets SET balance = balance - $1 WHERE id = $2 AND balance >= $1', [amount, id]);")),
    quiet('a locked row', paying(KNEX, 'await db.transaction(async (trx) => {', "const wallet = await trx('wallets').where({ id }).forUpdate().first();", 'if (wallet.balance < amount) return;', "await trx('wallets').where({ id }).decrement('balance', amount);", '});')),
    quiet('a serializable transaction', paying(PRISMA, 'await prisma.$transaction(async (tx) => {', 'const wallet = await tx.wallet.findUnique({ where: { id } });', GUARD, 'await tx.wallet.update({ where: { id }, data: { balance: { decrement: amount } } });', "}, { isolationLevel: 'Serializable' });")),
    quiet('an existence test', paying(PRISMA, READ, "if (!wallet) throw new Error('none');", TAKE)),
    quiet('an existence test by counting', paying(PRISMA, 'const count = await prisma.seat.count({ where: { id } });', 'if (count > 0) return;', 'await prisma.seat.create({ data: { id } });')),
    quiet('a test of a state', paying(PRISMA, READ, "if (wallet.state === 'closed') return;", TAKE)),
    quiet('a check of another column', paying(PRISMA, READ, 'if (wallet.level < 3) return;', TAKE)),
    quiet('a check of a date', paying(PRISMA, READ, 'if (wallet.expiresAt < Date.now()) return;', 'await prisma.wallet.update({ where: { id }, data: { expiresAt: new Date() } });')),
    quiet('a check of another row', paying(PRISMA, READ, GUARD, 'await prisma.wallet.update({ where: { id: amount }, data: { balance: { decrement: 1 } } });')),
    quiet('a check of another table', paying(PRISMA, READ, GUARD, 'await prisma.order.update({ where: { id }, data: { balance: { decrement: amount } } });')),
    quiet('a check of a value of the caller', paying(PRISMA, READ, 'if (amount < 0) return;', TAKE)),
    quiet('a check inside a function of its own', paying(PRISMA, 'const wallets = await prisma.wallet.findMany({ where: { id } });', 'if (wallets.some((wallet) => wallet.balance < amount)) return;', 'await prisma.wallet.updateMany({ where: { id }, data: { balance: { decrement: amount } } });')),
    quiet('a statement whose table cannot be read', paying(PG, "const { rows } = await pool.query('SELECT balance FROM wallets WHERE id = $1', [id]);", 'if (rows[0].balance < amount) return;', "await pool.query(statement('wallets'), [amount, id]);")),
    quiet('a statement that inserts, after a check of a column', paying(PG, "const { rows } = await pool.query('SELECT balance FROM wallets WHERE id = $1', [id]);", 'if (rows[0].balance < amount) return;', "await pool.query('INSERT INTO wallets (id, balance) VALUES ($1, $2)', [id, amount]);")),
    quiet('a row that differs from what it is to be', paying(PRISMA, READ, GUARD, 'if (wallet.balance !== amount) await prisma.wallet.update({ where: { id }, data: { balance: amount } });')),
    quiet('a row with one of several differences', paying(PRISMA, READ, 'if (wallet.owner !== amount || wallet.balance < 10) await prisma.wallet.update({ where: { id }, data: { owner: amount, balance: 10 } });')),
    quiet('a check after the write', paying(PRISMA, READ, TAKE, GUARD)),
  ],
  invalid: [
    unchecked('a guard', paying(PRISMA, READ, GUARD, MARKED), { checked: '`wallet.balance`', write: 'wallet.update' }),
    reported('checkThenWrite', { name: 'a guard, without the option', code: paying(PRISMA, READ, GUARD, MARKED) }),
    unchecked('a branch', paying(PRISMA, READ, `if (wallet && wallet.balance >= amount) ${MARKED}`)),
    unchecked('a row that differs in something else', paying(PRISMA, READ, GUARD, `if (wallet.owner !== amount) ${MARKED}`)),
    unchecked('one of several reasons, none of them a difference that the write takes away', paying(PRISMA, READ, `if (wallet.owner !== id || wallet.balance >= amount) ${MARKED}`)),
    unchecked('a state that is taken', paying(PRISMA, READ, "if (wallet.state !== 'used' && wallet.balance >= amount) await «prisma.wallet.update({ where: { id }, data: { state: 'used', balance: { decrement: amount } } })»;")),
    unchecked('in a transaction', paying(PRISMA, 'await prisma.$transaction(async (tx) => {', 'const wallet = await tx.wallet.findUnique({ where: { id } });', GUARD, 'await «tx.wallet.update({ where: { id }, data: { balance: { decrement: amount } } })»;', '});')),
    unchecked('Sequelize', paying(SEQUELIZE, 'const account = await Account.findOne({ where: { id } });', 'if (account.balance < amount) return;', 'await «Account.decrement({ balance: amount }, { where: { id } })»;')),
    unchecked('Mongoose', paying(MONGOOSE, 'const account = await Account.findById(id);', 'if (account.balance < amount) return;', 'await «Account.updateOne({ _id: id }, { $inc: { balance: -amount } })»;')),
    unchecked('TypeORM', paying(TYPEORM, 'const account = await accounts.findOneBy({ id });', 'if (account.balance < amount) return;', "await «accounts.decrement({ id }, 'balance', amount)»;")),
    unchecked('Knex', paying(KNEX, "const wallet = await db('wallets').where({ id }).first();", 'if (wallet.balance < amount) return;', "await «db('wallets').where({ id }).decrement('balance', amount)»;")),
    unchecked('a statement', paying(PG, "const { rows } = await pool.query('SELECT balance FROM wallets WHERE id = $1', [id]);", 'if (rows[0].balance < amount) return;', "await «pool.query('UPDATE wallets SET balance = balance - $1 WHERE id = $2', [amount, id])»;")),
    unchecked('a write in a callback after the check', paying(PRISMA, READ, GUARD, "await Promise.all(['a'].map(() => «prisma.wallet.update({ where: { id }, data: { balance: { decrement: amount } } })»));")),
    unchecked('a column by its own name', paying(PRISMA, 'const { balance } = await prisma.wallet.findUnique({ where: { id } });', 'if (balance < amount) return;', MARKED)),
    unchecked('a quota by a statement', paying(PG, "const { rows } = await pool.query('SELECT * FROM seats WHERE room_id = $1', [id]);", 'if (rows.length >= 10) return;', "await «pool.query('INSERT INTO seats (room_id) VALUES ($1)', [id])»;")),
    unchecked('a quota', paying(PRISMA, 'const count = await prisma.seat.count({ where: { roomId: id } });', "if (count >= 10) throw new Error('full');", 'await «prisma.seat.create({ data: { roomId: id } })»;'), { checked: 'the number of `seat`', write: 'seat.create' }),
    unchecked('a quota by the rows', paying(PRISMA, 'const seats = await prisma.seat.findMany({ where: { roomId: id } });', "if (seats.length >= 10) throw new Error('full');", 'await «prisma.seat.create({ data: { roomId: id } })»;')),
    { ...reported('readModifyWrite', { name: 'a number that is written back as well is one report', code: paying(PRISMA, READ, GUARD, 'await prisma.wallet.update({ where: { id }, data: { balance: «Number(wallet.balance) - amount» } });'), options }) },
  ],
});
