import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { JwtService } from '@nestjs/jwt';
import { settingKeys } from './labels';

@Injectable()
export class Tokens {
  constructor(private readonly jwt: JwtService, private readonly config: ConfigService) {}

  make(id: string) {
    return this.jwt.sign({ sub: id }, { secret: this.config.get<string>(settingKeys.jwtSecret), expiresIn: '15m' });
  }
}
