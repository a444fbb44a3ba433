import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { CooksService } from './cooks.service';

@Controller('cooks')
export class CooksController {
  constructor(private readonly cooks: CooksService) {}

  @Post()
  add(@Body() body: { email: string; password: string }) {
    return this.cooks.add(body);
  }

  @Put(':id/password')
  change(@Param('id') id: string, @Body('password') password: string) {
    return this.cooks.change(id, password);
  }

  @Put(':id/forced')
  force(@Param('id') id: string, @Body('password') password: string) {
    return this.cooks.force(id, password);
  }
}
