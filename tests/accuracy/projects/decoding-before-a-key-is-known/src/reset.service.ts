// why: a token is decoded to find the user whose hash is a part of the key, and verified with it before anything is done
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Users } from './users';

@Injectable()
export class ResetService {
  constructor(private readonly jwt: JwtService, private readonly users: Users) {}

  async reset(token: string, password: string) {
    const claims = this.jwt.decode<{ id: string }>(token);
    const user = await this.users.byId(claims.id);
    await this.jwt.verifyAsync(token, { secret: `${process.env.RESET_KEY}${user.hash}` });
    await this.users.setPassword(user.id, password);
  }
}
