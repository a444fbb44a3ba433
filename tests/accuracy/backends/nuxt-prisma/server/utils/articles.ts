import { prisma } from './prisma'

export async function listArticles(take: number, skip = 0) {
  return prisma.article.findMany({ take, skip, orderBy: { id: 'desc' } })
}

export async function withAuthors(ids: number[]) {
  const articles = await prisma.article.findMany({ where: { id: { in: ids } } })
  for (const article of articles) {
    const author = await prisma.author.findUnique({ where: { id: article.authorId } }) // expect: no-n-plus-one/queryInLoop
    Object.assign(article, { author })
  }
  return articles
}
