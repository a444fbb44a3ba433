import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { DevicesController } from './devices.controller';

@Module({ controllers: [DevicesController], imports: [JwtModule.register({ secret: process.env.KEY })] })
export class DevicesModule {}
