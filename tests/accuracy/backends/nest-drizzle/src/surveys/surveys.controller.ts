import { Body, Controller, Get, HttpException, Inject, Param, ParseIntPipe, Post, Query } from '@nestjs/common'
import { eq } from 'drizzle-orm'
import { createZodDto } from 'nestjs-zod'
import { z } from 'zod'
import { DRIZZLE, DrizzleDB } from '../db/drizzle.module'
import { surveys } from '../db/schema'
import { SurveysRepository } from './surveys.repository'

class PageQuery extends createZodDto(z.object({ limit: z.coerce.number().max(50).default(10), offset: z.coerce.number().default(0) })) {}

@Controller('surveys')
export class SurveysController {
  constructor(private readonly repository: SurveysRepository, @Inject(DRIZZLE) private readonly db: DrizzleDB) {}

  @Get()
  list(@Query() { limit, offset }: PageQuery) {
    return this.repository.findMany(limit, offset)
  }

  @Get('open')
  open(@Query('limit', ParseIntPipe) limit: number) {
    return this.repository.findMany(limit, 0) // expect: require-pagination-cap/uncappedLimit
  }

  @Get('all')
  async all() {
    const list = await this.repository.findAll()
    const result = []
    for (const survey of list) result.push({ ...survey, answers: await this.repository.countAnswers(survey.id) }) // expect: no-n-plus-one/queryInLoop
    return result
  }

  @Get(':id')
  async one(@Param('id', ParseIntPipe) id: number) {
    const [survey] = await this.db.select().from(surveys).where(eq(surveys.id, id)) // expect: no-db-in-controller/queryInController
    return survey
  }

  @Post(':id/answers')
  async answer(@Param('id', ParseIntPipe) id: number, @Body('texts') texts: string[]) {
    try {
      await this.repository.addAnswers(id, texts)
    } catch (e) {
      throw new HttpException({ status: 'error', reason: (e as Error).stack }, 500) // expect: no-raw-error-response/errorStack
    }
  }
}
