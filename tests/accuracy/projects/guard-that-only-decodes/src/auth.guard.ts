// why: a guard takes the token out of the header by a method of its own, and believes what it decodes
import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { Request } from 'express';

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const token = this.tokenOf(request);
    if (!token) return false;
    const claims = this.jwt.decode(token); // expect: no-unverified-jwt/decodedOnly
    request['user'] = claims;
    return claims !== null;
  }

  private tokenOf(request: Request): string | undefined {
    const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
    return scheme === 'Bearer' ? token : undefined;
  }
}
