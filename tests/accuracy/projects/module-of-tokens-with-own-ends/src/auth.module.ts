// why: a module of tokens with no options of its own, since every signature states its end
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AuthService } from './auth.service';

@Module({ imports: [JwtModule.register({})], providers: [AuthService] })
export class AuthModule {}
