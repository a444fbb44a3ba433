import { Body, Controller, Get, HttpException, HttpStatus, InternalServerErrorException, Param, Post, Query } from '@nestjs/common'
import { InjectModel } from '@nestjs/mongoose'
import { Model } from 'mongoose'
import { PaginationDto } from '../common/pagination.dto'
import { EventsService } from './events.service'
import { Event } from './event.schema'

@Controller('events')
export class EventsController {
  constructor(
    private readonly service: EventsService,
    @InjectModel(Event.name) private readonly eventModel: Model<Event>,
  ) {}

  @Get()
  list(@Query() { page, limit }: PaginationDto) {
    return this.service.list(page, limit)
  }

  @Get('loose')
  loose(@Query('page') page = 1, @Query('limit') limit = 10) {
    return this.service.list(+page, +limit) // expect: require-pagination-cap/uncappedLimit
  }

  @Get('upcoming')
  upcoming() {
    return this.service.upcoming()
  }

  @Get(':id')
  async one(@Param('id') id: string) {
    return this.eventModel.findById(id).populate('guests', 'name') // expect: no-db-in-controller/queryInController
  }

  @Post(':id/invite')
  async invite(@Param('id') id: string, @Body('emails') emails: string[]) {
    try {
      return await this.service.invite(id, emails)
    } catch (error) {
      throw new HttpException(error.message, HttpStatus.BAD_REQUEST) // expect: no-raw-error-response/errorMessage
    }
  }

  @Post(':id/remind')
  async remind(@Body('ids') ids: string[]) {
    try {
      return await this.service.remind(ids)
    } catch (error) {
      throw new InternalServerErrorException('Reminders could not be sent', { cause: error })
    }
  }
}
