import { listArticles } from '../../utils/articles'

export default defineEventHandler(async (event) => {
  const query = getQuery(event)
  return { articles: await listArticles(Number(query.take) || 10, Number(query.skip) || 0) } // expect: require-pagination-cap/uncappedLimit
})
