import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { Paging, UnboundedPaging } from '../../schemas/common.js'
import { makePostsRepo } from './posts.repo.js'

const postsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const repo = makePostsRepo(app.kysely)

  app.route({
    method: 'GET',
    url: '/posts',
    schema: { querystring: Paging },
    handler: async (req) => {
      const { limit = 10, offset = 0 } = req.query
      return repo.list(limit, offset)
    },
  })

  app.route({
    method: 'GET',
    url: '/posts/full',
    schema: { querystring: UnboundedPaging },
    handler: async (req) => repo.withComments(req.query.limit), // expect: require-pagination-cap/uncappedLimit
  })

  app.get('/posts/all', async () => ({ posts: await repo.all() }))

  app.get('/posts/:id', { schema: { params: Type.Object({ id: Type.Integer() }) } }, async (req, reply) => {
    const post = await repo.byId(req.params.id)
    if (!post) return reply.notFound('No such post')
    const comments = await repo.commentsOf(post.id)
    return { ...post, comments }
  })

  app.get('/feed', async (req) => {
    const posts = await repo.list(20, 0)
    const withComments = []
    for await (const post of posts) {
      withComments.push({ ...post, comments: await repo.commentsOf(post.id) }) // expect: no-n-plus-one/queryInLoop
    }
    return withComments
  })

  app.delete('/posts/:id', { schema: { params: Type.Object({ id: Type.Integer() }) } }, async (req, reply) => {
    try {
      await app.kysely.deleteFrom('posts').where('id', '=', req.params.id).execute() // expect: no-db-in-controller/queryInController
      return reply.code(204).send()
    } catch (err) {
      return reply.internalServerError((err as Error).message) // expect: no-raw-error-response/errorMessage
    }
  })

  app.post('/posts/import', { schema: { body: Type.Object({ titles: Type.Array(Type.String()) }) } }, async (req, reply) => {
    const results = await Promise.allSettled(
      req.body.titles.map((title) => repo.insert({ title, body: '', author_id: req.user.id, published: false })), // expect: no-n-plus-one/writeInLoop
    )
    const failed = results.filter((r) => r.status === 'rejected')
    return reply.code(207).send({ created: results.length - failed.length, errors: failed.map((f) => String(f.reason)) }) // expect: no-raw-error-response/rawErrorObject
  })
}

export default postsRoutes
