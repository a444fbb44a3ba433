// why: two modules register tokens, and only the one that the signing class belongs to answers for it
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AuthService } from './auth.service';

@Module({
  imports: [
    JwtModule.register({ secret: process.env.KEY }), // expect: require-jwt-expiry/noExpiry
  ],
  providers: [AuthService],
  exports: [AuthService],
})
export class AuthModule {}
