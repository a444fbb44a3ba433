import { Controller, Get, InternalServerErrorException, Logger, Param, Post, Body, Query, Res } from '@nestjs/common'
import { Response } from 'express'
import { CarsService } from './cars.service'
import { LoosePageDto, PageDto } from './page.dto'

@Controller('cars')
export class CarsController {
  private readonly logger = new Logger(CarsController.name)
  constructor(private readonly cars: CarsService) {}

  @Get()
  all() {
    return this.cars.findAll()
  }

  @Get('paged')
  paged(@Query() query: PageDto) {
    return this.cars.paged(query.limit, query.offset)
  }

  @Get('loose')
  loose(@Query() query: LoosePageDto) {
    return this.cars.paged(query.limit, query.offset) // expect: require-pagination-cap/uncappedLimit
  }

  @Get('drivers')
  async drivers() {
    const { rows } = await this.cars.paged(20, 0)
    return this.cars.withDrivers(rows) // expect: no-sensitive-data-in-response/sensitiveRow
  }

  @Post('retire')
  async retire(@Body('ids') ids: number[], @Res() res: Response) {
    try {
      await this.cars.retire(ids)
      res.status(204).end()
    } catch (err) {
      this.logger.error(err)
      res.status(500).json({ statusCode: 500, message: 'Could not retire', error: err }) // expect: no-raw-error-response/rawErrorObject
    }
  }

  @Get(':id')
  one(@Param('id') id: string) {
    return this.cars.one(id).catch((e) => {
      if (e.status === 404) throw e
      throw new InternalServerErrorException(e.message) // expect: no-raw-error-response/errorMessage
    })
  }
}
