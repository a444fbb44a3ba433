/** A number that is read and handed to a function of the app, which writes it. */
import { rule, tester } from '#kit';
import { MONGOOSE, paying, PRISMA, reported } from './atomic.kit.js';

const READ = 'const account = await prisma.account.findUnique({ where: { id } });';
const SET = 'async function setBalance(id: number, balance: number) {\n  await prisma.account.update({ where: { id }, data: { balance } });\n}\n';
const SAVE = 'async function save(id: number, data: object) {\n  await prisma.account.update({ where: { id }, data });\n}\n';
const lost = (name: string, code: string) => reported('readModifyWrite', { name, code });

tester.run('prefer-atomic-update: helpers', rule('prefer-atomic-update'), {
  valid: [
    { name: 'a helper that adds', code: paying(`${PRISMA}async function add(id: number, amount: number) {\n  await prisma.account.update({ where: { id }, data: { balance: { increment: amount } } });\n}\n`, READ, 'await add(id, account.level * amount);') },
    { name: 'a helper that inserts', code: paying(`${PRISMA}async function open(balance: number) {\n  await prisma.account.create({ data: { balance } });\n}\n`, READ, 'await open(account.balance - amount);') },
    { name: 'a helper that is handed another number', code: paying(PRISMA + SET, READ, 'await setBalance(id, amount - 1);') },
    { name: 'a helper that does not write what it is handed', code: paying(`${PRISMA}async function reset(id: number, balance: number) {\n  await prisma.account.update({ where: { id }, data: { balance: 0 } });\n}\n`, READ, 'await reset(id, account.balance - amount);') },
    { name: 'a helper that hands on something else', code: paying(`${PRISMA}${SET}async function put(id: number, balance: number) {\n  await setBalance(id, 0);\n}\n`, READ, 'await put(id, account.balance - amount);') },
    { name: 'a helper that hands on too little', code: paying(`${PRISMA}${SET}async function put(id: number, balance: number) {\n  await setBalance(id);\n}\n`, READ, 'await put(id, account.balance - amount);') },
    { name: 'a helper that hands on what cannot be counted', code: paying(`${PRISMA}async function setBalance(balance: number, id: number) {\n  await prisma.account.update({ where: { id }, data: { balance } });\n}\nasync function put(...given: number[]) {\n  await setBalance(...given);\n}\n`, READ, 'await put(account.balance - amount, id);') },
    { name: 'a helper that calls itself alone', code: paying(`${PRISMA}async function put(id: number, balance: number) {\n  if (id > 0) await put(id - 1, balance);\n}\n`, READ, 'await put(id, account.balance - amount);') },
    { name: 'a document that a helper does not save', code: paying(`${MONGOOSE}function keep(account) {\n  return account;\n}\n`, 'const account = await Account.findById(id);', 'account.balance -= amount;', 'await keep(account);') },
  ],
  invalid: [
    lost('a helper of one column', paying(PRISMA + SET, READ, 'await setBalance(id, «account.balance - amount»);')),
    lost('a helper of all that it is handed', paying(PRISMA + SAVE, READ, 'await save(id, { balance: «account.balance - amount» });')),
    lost('a helper beside a function that writes nothing', paying(`${PRISMA}${SET}export const find = () => prisma.account.findFirst();\nexport const open = (balance: number) => prisma.account.create({ data: { balance } });\n`, READ, 'await setBalance(id, «account.balance - amount»);')),
    lost('a helper of a helper', paying(`${PRISMA}${SET}async function put(id: number, balance: number) {\n  await setBalance(id, balance);\n}\n`, READ, 'await put(id, «account.balance - amount»);')),
    lost('a helper that calls itself and writes', paying(`${PRISMA}async function put(id: number, balance: number) {\n  if (id > 9) await put(id - 1, balance);\n  await prisma.account.update({ where: { id }, data: { balance } });\n}\n`, READ, 'await put(id, «account.balance - amount»);')),
    lost('a helper that is handed an object with the number', paying(`${PRISMA}async function put({ id, balance }: { id: number; balance: number }) {\n  await prisma.account.update({ where: { id }, data: { balance } });\n}\n`, READ, 'await put({ id: account.id, balance: «account.balance - amount» });')),
  ],
});
