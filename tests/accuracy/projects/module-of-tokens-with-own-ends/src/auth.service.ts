import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class AuthService {
  constructor(private readonly jwt: JwtService, private readonly config: ConfigService) {}

  async tokens(user: { id: string; email: string }) {
    const [token, refreshToken] = await Promise.all([
      this.jwt.signAsync({ id: user.id, email: user.email }, { secret: this.config.getOrThrow('AUTH_KEY'), expiresIn: this.config.getOrThrow('AUTH_LIFETIME') }),
      this.jwt.signAsync({ id: user.id }, { secret: this.config.getOrThrow('REFRESH_KEY'), expiresIn: '30d' }),
    ]);
    return { token, refreshToken };
  }
}
