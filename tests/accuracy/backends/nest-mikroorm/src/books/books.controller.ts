import { BadRequestException, Body, Controller, Get, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common'
import { EntityManager } from '@mikro-orm/core'
import { BooksService } from './books.service'
import { Book } from './book.entity'

@Controller('books')
export class BooksController {
  constructor(private readonly books: BooksService, private readonly em: EntityManager) {}

  @Get()
  page(@Query('limit', ParseIntPipe) limit: number, @Query('offset', ParseIntPipe) offset: number) {
    return this.books.page(limit, offset) // expect: require-pagination-cap/uncappedLimit
  }

  @Get('short')
  short(@Query('limit', ParseIntPipe) limit: number) {
    if (limit > 50) throw new BadRequestException('limit must be at most 50')
    return this.books.page(limit, 0)
  }

  @Get('all')
  async all() {
    const books = await this.books.findAll()
    return { books, availability: await this.books.availability(books) }
  }

  @Get(':id')
  one(@Param('id', ParseIntPipe) id: number) {
    return this.em.findOneOrFail(Book, id, { populate: ['author'] }) // expect: no-db-in-controller/queryInController
  }

  @Post('import')
  async import(@Body() body: { authorId: number; titles: string[] }) {
    return this.books.importTitles(body.authorId, body.titles).catch((e) => {
      throw new BadRequestException(`Import failed: ${e.message}`) // expect: no-raw-error-response/errorMessage
    })
  }

  @Put(':id')
  async update(@Param('id', ParseIntPipe) id: number, @Body() body: Partial<Book>) {
    try {
      return await this.books.update(id, body) // expect: no-mass-assignment/wholeBodyThrough
    } catch (e) {
      throw new BadRequestException('The book could not be saved')
    }
  }
}
