import { Injectable, InternalServerErrorException, NotFoundException } from '@nestjs/common';
import * as argon2 from 'argon2';
import { User } from '@prisma/client';
import { BaseService } from '../common/base.service';
import { PrismaService } from '../prisma/prisma.service';
import { CappedPageDto, CreateUserDto, PageDto, UpdateUserDto } from './dto';

@Injectable()
export class UsersService extends BaseService<User> {
  constructor(prisma: PrismaService) {
    super(prisma);
  }

  protected get model() {
    return this.prisma.user;
  }

  async create(dto: CreateUserDto) {
    const password = await argon2.hash(dto.password);
    return this.prisma.user.create({ data: { ...dto, password } });
  }

  async update(id: string, dto: UpdateUserDto) {
    return this.prisma.user.update({ where: { id }, data: dto }); // expect: no-unhashed-password/plaintext
  }

  page({ page, limit }: PageDto) {
    return this.prisma.user.findMany({ skip: (page - 1) * limit, take: limit }); // expect: require-pagination-cap/uncappedLimit
  }

  newest(dto: CappedPageDto) {
    return this.prisma.user.findMany({ orderBy: { createdAt: 'desc' }, take: dto.limit });
  }

  async removeMany(ids: string[]) {
    for (const id of ids) {
      await this.remove(id); // missed: no-n-plus-one
    }
  }

  async deactivateMany(ids: string[]) {
    return this.prisma.user.updateMany({ where: { id: { in: ids } }, data: { active: false } });
  }

  async invite(emails: string[]) {
    return this.prisma.$transaction(async (tx) => {
      const out: User[] = [];
      for (const email of emails) {
        out.push(await tx.user.upsert({ where: { email }, create: { email, password: '' }, update: {} })); // expect: no-n-plus-one/writeInLoop
      }
      return out;
    });
  }

  async get(id: string) {
    try {
      const user = await this.findById(id);
      if (!user) throw new NotFoundException(`User ${id} not found`);
      return user;
    } catch (error) {
      throw new InternalServerErrorException(error.message); // expect: no-raw-error-response/errorMessage
    }
  }
}
