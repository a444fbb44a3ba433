import { Inject, Injectable } from '@nestjs/common'
import { count, eq, inArray } from 'drizzle-orm'
import { DRIZZLE, DrizzleDB } from '../db/drizzle.module'
import { answers, surveys } from '../db/schema'

@Injectable()
export class SurveysRepository {
  constructor(@Inject(DRIZZLE) private readonly db: DrizzleDB) {}

  findMany(limit: number, offset: number) {
    return this.db.query.surveys.findMany({ limit, offset, with: { answers: true } })
  }

  findAll() {
    return this.db.select().from(surveys) // expect: require-pagination-cap/unboundedList
  }

  async countAnswers(surveyId: number) {
    const [row] = await this.db.select({ n: count() }).from(answers).where(eq(answers.surveyId, surveyId))
    return row.n
  }

  remove(ids: number[]) {
    return this.db.delete(surveys).where(inArray(surveys.id, ids))
  }

  async addAnswers(surveyId: number, texts: string[]) {
    await this.db.transaction(async (tx) => {
      for (const text of texts) await tx.insert(answers).values({ surveyId, text }) // expect: no-n-plus-one/writeInLoop
    })
  }
}
