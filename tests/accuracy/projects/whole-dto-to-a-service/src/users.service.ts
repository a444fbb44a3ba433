import { Injectable } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { CreateUserDto } from './create-user.dto';

@Injectable()
export class UsersService {
  constructor(private readonly prisma: PrismaClient) {}

  create(dto: CreateUserDto) {
    return this.prisma.user.create({ data: dto }); // expect: no-unhashed-password/plaintext
  }
}
