// why: an entity is changed here and saved by a helper of the class; a text, a row of its own making, and a row that nobody saves are left alone
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Article } from './article.entity.js';

@Injectable()
export class ArticleService {
  constructor(@InjectRepository(Article) private readonly articles: Repository<Article>) {}

  async like(id: number) {
    const article = await this.articles.findOneByOrFail({ id });
    article.likes++; // expect: prefer-atomic-update/readModifyWrite
    return this.store(article);
  }

  async publish(title: string) {
    const article = this.articles.create({ title, likes: 0 });
    article.likes += 1;
    return this.store(article);
  }

  async rename(id: number, suffix: string) {
    const article = await this.articles.findOneByOrFail({ id });
    article.title += suffix;
    return this.store(article);
  }

  async preview(id: number) {
    const article = await this.articles.findOneByOrFail({ id });
    article.likes += 1;
    return article;
  }

  private store(article: Article) {
    return this.articles.save(article);
  }
}
