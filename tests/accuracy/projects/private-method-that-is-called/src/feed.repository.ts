import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Feed } from './feed.entity';

@Injectable()
export class FeedRepository {
  constructor(@InjectRepository(Feed) private readonly rows: Repository<Feed>) {}

  async create(name: string) {
    return this.rows.save({ name });
  }
}
