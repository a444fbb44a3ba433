import Topic from '#models/topic'

export default class TopicService {
  page(page: number, perPage: number) {
    return Topic.query().orderBy('id', 'desc').paginate(page, perPage)
  }

  async close(ids: number[]) {
    for (const id of ids) {
      const topic = await Topic.findOrFail(id) // expect: no-n-plus-one/queryInLoop
      topic.closed = true
      await topic.save() // expect: no-n-plus-one/writeInLoop
    }
  }

  async withCounts(topics: Topic[]) {
    await Promise.all(topics.map((topic) => topic.load('posts'))) // expect: no-n-plus-one/queryInLoop
    return topics
  }

  closeAll(ids: number[]) {
    return Topic.query().whereIn('id', ids).update({ closed: true })
  }
}
