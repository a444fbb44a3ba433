import { prisma } from '~/server/utils/prisma'

export default defineEventHandler(async (event) => {
  const id = Number(getRouterParam(event, 'id'))
  const article = await prisma.article.findUnique({ where: { id }, include: { author: true } }) // expect: no-db-in-controller/queryInController
  if (!article) throw createError({ statusCode: 404, statusMessage: 'Article not found' })
  return article
})
