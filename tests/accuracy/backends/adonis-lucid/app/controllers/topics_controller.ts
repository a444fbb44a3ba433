import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import TopicService from '#services/topic_service'
import Topic from '#models/topic'
import { listValidator } from '#validators/topic'

@inject()
export default class TopicsController {
  constructor(private topics: TopicService) {}

  async index({ request }: HttpContext) {
    const { page = 1, perPage = 20 } = await request.validateUsing(listValidator)
    return this.topics.page(page, perPage)
  }

  async loose({ request }: HttpContext) {
    const perPage = request.input('perPage', 20)
    return this.topics.page(request.input('page', 1), perPage) // expect: require-pagination-cap/uncappedLimit
  }

  async all({ response }: HttpContext) {
    const topics = await Topic.all() // expect: no-db-in-controller/queryInController, require-pagination-cap/unboundedList
    return response.ok(topics)
  }

  async show({ params, response }: HttpContext) {
    const topic = await Topic.query().where('id', params.id).preload('posts').first() // expect: no-db-in-controller/queryInController
    return topic ?? response.notFound({ error: 'No such topic' })
  }

  async close({ request, response, logger }: HttpContext) {
    try {
      await this.topics.close(request.input('ids'))
      return response.noContent()
    } catch (error) {
      logger.error(error)
      return response.badRequest({ error: error.message }) // expect: no-raw-error-response/errorMessage
    }
  }
}
