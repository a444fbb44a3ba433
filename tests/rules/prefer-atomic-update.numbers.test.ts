/** What counts as a number where a sum could be a text, and how the calculation is written. */
import { rule, tester } from '#kit';
import { paying, PRISMA, reported } from './atomic.kit.js';

const READ = 'const parcel = await prisma.parcel.findUnique({ where: { id } });';
const adding = (value: string, ...before: string[]) => paying(PRISMA, ...before, READ, `await prisma.parcel.update({ where: { id }, data: { weight: ${value} } });`);

/** A sum of a column whose name tells nothing, and something. */
const sum = (operand: string, ...before: string[]) => adding(`${operand} + parcel.weight`, ...before);
const lost = (name: string, code: string) => reported('readModifyWrite', { name, code });
const number = (name: string, operand: string, ...before: string[]) => lost(name, adding(`«${operand} + parcel.weight»`, ...before));

tester.run('prefer-atomic-update: operands', rule('prefer-atomic-update'), {
  valid: [
    { name: 'a text that is cut', code: sum('remark.slice(0, 3)') },
    { name: 'a text that may be missing', code: sum("(remark || '')") },
    { name: 'something that nobody knows', code: sum('remark') },
    { name: 'a call of something that nobody knows', code: sum('remark()') },
    { name: 'a call of a call', code: sum('remark()()') },
    { name: 'something that is awaited', code: sum('(await remark)') },
    { name: 'a comparison', code: sum('(amount < id)') },
    { name: 'a property', code: sum('remark.weight') },
    { name: 'a choice of two unknowns', code: sum('(id ? remark : note)') },
    { name: 'three of which the first may be a text', code: adding('remark + parcel.weight + 1') },
    { name: 'a constant text', code: sum('SUFFIX', "const SUFFIX = pick(['a', 'b']);") },
    { name: 'a name that goes through many others', code: sum('e', 'const a = Number(remark);', 'const b = a;', 'const c = b;', 'const d = c;', 'const e = d;') },
    { name: 'a parameter that is a text', code: sum('extra').replace('amount: number', 'extra: string') },
    { name: 'a parameter of no known type', code: sum('extra').replace('amount: number', 'extra') },
    { name: 'a parameter with a text in place', code: sum('extra').replace('amount: number', "extra = ''") },
    { name: 'a property of a parameter', code: sum('extra').replace('amount: number', '{ extra }: Change') },
    { name: 'a difference in a function of its own', code: adding('within(() => parcel.weight - amount)') },
    { name: 'a method that is picked', code: adding('parcel.weight[remark](amount)') },
    { name: 'a name that is given a text as well', code: paying(PRISMA, READ, 'let { weight } = parcel;', "weight += 'kg';", 'await prisma.parcel.update({ where: { id }, data: { weight } });') },
  ],
  invalid: [
    number('a number', '1'),
    number('a big number', '1n'),
    number('a sign', '+remark'),
    number('a product', 'amount * remark'),
    number('a default', '(remark || 0)'),
    number('a choice, first', '(id ? 2 : remark)'),
    number('a choice, second', '(id ? remark : 2)'),
    number('a length', 'remark.length'),
    number('a conversion', 'Number(remark)'),
    number('a rounding', 'Math.round(remark)'),
    number("a decimal's method", 'remark.times(2)'),
    number('a constant', 'STEP', 'const STEP = 5;'),
    number('a local', 'step', 'const step = parseInt(remark, 10);'),
    number('a parameter that is a number', 'amount'),
    lost('a parameter that is a big number', adding('«amount + parcel.weight»').replace('amount: number', 'amount: bigint')),
    lost('a parameter with a number in place', adding('«amount + parcel.weight»').replace('amount: number', 'amount = 1')),
    lost('three that are added up', adding('«1 + parcel.weight + amount»')),
    lost('a difference', adding('«Number(parcel.weight) - remark»')),
    lost('a name that is counted up', paying(PRISMA, READ, 'let { weight } = parcel;', 'weight++;', 'await prisma.parcel.update({ where: { id }, data: { «weight» } });')),
  ],
});
