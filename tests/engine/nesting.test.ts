/** However deep code is nested, no rule throws or runs out of stack, and the rest of the file is still judged. */
import { describe, expect, it } from 'vitest';
import { lint, TIMEOUT } from './robustness.kit.js';

describe('nesting', () => {
  const nested = (open: string, close: string, inside = '', times = 5_000) => open.repeat(times) + inside + close.repeat(times);

  it.each([
    ['arrays', `x = ${nested('[', ']')};`],
    ['objects', `x = ${nested('{ a: ', '}', '1')};`],
    ['calls', `${nested('f(', ')', '1')};`],
    ['parentheses', `${nested('(', ')', '1')};`],
    ['blocks', nested('{', '}')],
    ['functions', nested('function f() {', '}')],
    ['arrow functions', `x = ${nested('() => ', '', '1')};`],
    ['classes', `x = ${nested('class { static x = ', '}', '1')};`],
    ['templates', `x = ${nested('`${', '}`', '1')};`],
    ['patterns', `let ${nested('[', ']', 'a')} = x;`],
    ['conditions', nested('if (a) ', '', ';')],
    ['alternatives', `if (a) b;${' else if (a) b;'.repeat(3_000)}`],
    ['conditional expressions', `x = ${nested('a ? b : ', '', 'c')};`],
    ['loops', nested('for (const a of b) ', '', ';', 3_000)],
    ['sums', `x = 1${' + 1'.repeat(5_000)};`],
    ['joined strings', `query('SELECT'${" + 'x'".repeat(30_000)});`],
    ['conjunctions', `if (a${' && a'.repeat(30_000)}) b();`],
    ['disjunctions that leave', `function f() { if (a${' || a'.repeat(30_000)}) return; b(); }`],
    ['members', `a${'.b'.repeat(30_000)};`],
    ['calls of calls', `a${'.b()'.repeat(1_500)};`],
    ['builder steps', `import knex from 'knex';\nconst db = knex({});\nexport const f = async () => { await db('x')${".where('a', 1)".repeat(1_500)}; };`],
    ['optional members', `a${'?.b'.repeat(5_000)};`],
    ['casts', `x = a${' as b'.repeat(5_000)};`],
    ['negations', `x = ${'!'.repeat(3_000)}a;`],
    ['assignments', `${'a = '.repeat(3_000)}1;`],
    ['commas', `x = (a${', a'.repeat(5_000)});`],
    ['unions', `type A = a${' | a'.repeat(5_000)};`],
    ['type arguments', `type A = ${nested('B<', '>', 'c', 1_500)};`],
    ['elements', `x = ${nested('<a>', '</a>', '', 3_000)};`],
    ['promise chains', `x${'.then(() => a)'.repeat(1_500)};`],
    ['callbacks in callbacks', nested('xs.map((x) => ', ')', 'db.user.findMany()', 3_000)],
  ])('%s', (title, code) => {
    expect(lint(`${title.replaceAll(' ', '-')}.${title === 'casts' ? 'ts' : 'tsx'}`, code).thrown).toBeUndefined();
  }, TIMEOUT);

  it.each([
    ['sums', (query: string) => `x = 1${' + 1'.repeat(5_000)};\n${query}`],
    ['arrays', (query: string) => `x = ${nested('[', ']', '', 100)};\n${query}`],
  ])('%s do not silence the rest of a file', (title, around) => {
    const code = around("import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport async function f(ids: string[]) { for (const id of ids) await prisma.user.delete({ where: { id } }); }\n");
    expect(lint(`beside-${title}.ts`, code).findings).toHaveLength(1);
  }, TIMEOUT);
});
