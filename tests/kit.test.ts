import { expect, it } from 'vitest';
import { ask, judge, marksIn } from '#kit';

it('answers what a marked expression is', () => {
  const asked = ask("import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\nawait /* it */ db.user.findMany();\n");
  expect(asked.valueAt('it')).toMatchObject({ kind: 'foreign' });
});

it('holds findings against the marks in a project', () => {
  const { found, expected } = judge({
    'src/users.ts': "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\nexport async function touch(ids: string[]) {\n  for (const id of ids) await db.user.update({ where: { id }, data: { seen: true } }); // expect: no-n-plus-one/writeInLoop\n}\n",
  });
  expect(found).toEqual(expected);
  expect(expected).toHaveLength(1);
});

it('reads several marks of one line, each with several names', () => {
  const files = { 'src/users.ts': 'await save(user);\nawait load(id); // expect: no-n-plus-one/queryInLoop, no-db-in-controller/queryInController // missed: no-unhashed-password\n' };
  expect(marksIn(files, 'expect')).toEqual(['src/users.ts:2 no-n-plus-one/queryInLoop', 'src/users.ts:2 no-db-in-controller/queryInController']);
  expect(marksIn(files, 'missed')).toEqual(['src/users.ts:2 no-unhashed-password']);
  expect(marksIn(files, 'false')).toEqual([]);
});
