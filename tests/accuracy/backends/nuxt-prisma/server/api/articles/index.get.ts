import { z } from 'zod'
import { listArticles } from '../../utils/articles'

const schema = z.object({ take: z.coerce.number().int().min(1).max(40).default(10) })

export default defineEventHandler(async (event) => {
  const { take } = await getValidatedQuery(event, schema.parse)
  return listArticles(take)
})
