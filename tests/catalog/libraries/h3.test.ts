/** h3 and Nitro: what a client sends, checked by a schema that the reading function is given. */
import { cases } from './libraries.kit.js';

cases('h3', { file: 'server/api/index.ts', head: "import { defineEventHandler, getValidatedQuery, getValidatedRouterParams, readValidatedBody } from 'h3';\nimport { PrismaClient } from '@prisma/client';\nimport { z } from 'zod';\nconst prisma = new PrismaClient();", rules: ['require-pagination-cap', 'no-unhashed-password', 'no-mass-assignment'] }, {
  'a size that a schema leaves open': `
const open = z.object({ take: z.coerce.number().min(1) });
export default defineEventHandler(async (event) => {
  const { take } = await getValidatedQuery(event, open.parse);
  return prisma.note.findMany({ take }); // expect: require-pagination-cap/uncappedLimit
});
export const other = defineEventHandler(async (event) => {
  const query = await getValidatedQuery(event, (data) => open.parse(data));
  return prisma.note.findMany({ take: query.take }); // expect: require-pagination-cap/uncappedLimit
});
export const third = defineEventHandler(async (event) => {
  const { take } = await getValidatedRouterParams(event, open);
  return prisma.note.findMany({ take }); // expect: require-pagination-cap/uncappedLimit
});`,
  'a size that a schema holds': `
const held = z.object({ take: z.coerce.number().max(50) });
export default defineEventHandler(async (event) => {
  const { take } = await getValidatedQuery(event, held.parse);
  return prisma.note.findMany({ take });
});
export const other = defineEventHandler(async (event) => {
  const query = await getValidatedQuery(event, (data) => held.safeParse(data));
  return prisma.note.findMany({ take: query.data.take });
});
export const third = defineEventHandler(async (event) => {
  const { take } = await getValidatedRouterParams(event, held);
  return prisma.note.findMany({ take });
});
export const fourth = defineEventHandler(async (event) => {
  const { take } = await getValidatedQuery(event, (data) => ({ take: Math.min(Number(data.take), 50) }));
  return prisma.note.findMany({ take });
});`,
  'a body that holds a password': `
const account = z.object({ email: z.string(), password: z.string().min(8) });
const profile = z.object({ name: z.string() });
export default defineEventHandler(async (event) => {
  const body = await readValidatedBody(event, account.parse);
  return prisma.user.create({ data: body, select: { id: true } }); // expect: no-unhashed-password/plaintext
});
export const other = defineEventHandler(async (event) => {
  const { email, password } = await readValidatedBody(event, (data) => account.parse(data));
  return prisma.user.create({ data: { email, password }, select: { id: true } }); // expect: no-unhashed-password/plaintext
});
export const third = defineEventHandler(async (event) => {
  const body = await readValidatedBody(event, profile.parse);
  return prisma.user.update({ where: { id: 1 }, data: body, select: { id: true } });
});`,
});
