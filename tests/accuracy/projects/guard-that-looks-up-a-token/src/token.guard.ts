// why: a guard that looks up a token stands before the controllers
import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class TokenGuard implements CanActivate {
  constructor(private readonly dataSource: DataSource) {}

  async canActivate(context: ExecutionContext) {
    const token = context.switchToHttp().getRequest().headers['x-token'];
    return this.dataSource.getRepository('Token').existsBy({ token });
  }
}
