// why: a class that a mapped type makes of several has the fields of each, through further mapped types
import { Controller, Get, Query } from '@nestjs/common';
import { IntersectionType, PartialType } from '@nestjs/swagger';
import { findBooks, findShelves } from './catalog';
import { OpenPageDto, PageDto, SearchDto } from './page.dto';

class FindBooksDto extends PartialType(IntersectionType(SearchDto, PageDto)) {}

class FindShelvesDto extends PartialType(IntersectionType(SearchDto, OpenPageDto)) {}

@Controller()
export class BooksController {
  @Get('books')
  books(@Query() query: FindBooksDto) {
    return findBooks(query.size);
  }

  @Get('shelves')
  shelves(@Query() query: FindShelvesDto) {
    return findShelves(query.size); // expect: require-pagination-cap/uncappedLimit
  }
}
