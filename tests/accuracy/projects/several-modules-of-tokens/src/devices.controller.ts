import { Controller } from '@nestjs/common';

@Controller('devices')
export class DevicesController {}
