import { Injectable, NotFoundException } from '@nestjs/common'
import { EntityManager, wrap } from '@mikro-orm/core'
import { Book } from './book.entity'
import { Loan } from '../loans/loan.entity'

@Injectable()
export class BooksService {
  constructor(private readonly em: EntityManager) {}

  async page(limit: number, offset: number) {
    const [items, total] = await this.em.findAndCount(Book, {}, { limit, offset, populate: ['author'] })
    return { items, total }
  }

  findAll() {
    return this.em.findAll(Book, { orderBy: { title: 'asc' } }) // expect: require-pagination-cap/unboundedList
  }

  async availability(books: Book[]) {
    const result: Record<number, number> = {}
    for (const book of books) {
      const open = await this.em.count(Loan, { book, returnedAt: null }) // expect: no-n-plus-one/queryInLoop
      result[book.id] = book.copies - open
    }
    return result
  }

  async importTitles(authorId: number, titles: string[]) {
    for (const title of titles) {
      const book = this.em.create(Book, { title, copies: 1, author: authorId })
      this.em.persist(book)
    }
    await this.em.flush()
  }

  async importSlow(authorId: number, titles: string[]) {
    for (const title of titles) {
      this.em.persist(this.em.create(Book, { title, copies: 1, author: authorId }))
      await this.em.flush() // expect: no-n-plus-one/writeInLoop
    }
  }

  async loadLoans(books: Book[]) {
    await Promise.all(books.map((book) => book.loans.init())) // expect: no-n-plus-one/queryInLoop
    return books
  }

  async update(id: number, changes: Partial<Book>) {
    const book = await this.em.findOne(Book, id)
    if (!book) throw new NotFoundException(`Book ${id} not found`)
    wrap(book).assign(changes)
    await this.em.flush()
    return book
  }
}
