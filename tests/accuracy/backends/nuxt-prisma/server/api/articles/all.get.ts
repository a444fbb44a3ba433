export default defineEventHandler(async () => {
  const articles = await prisma.article.findMany({ where: { published: true } }) // expect: no-db-in-controller/queryInController, require-pagination-cap/unboundedList
  return articles
})
