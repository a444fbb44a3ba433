// why: what a template compiler says of the client's own template is for the client
import { BadRequestException, Body, Controller, Post } from '@nestjs/common';
import { Renderer } from './render';

@Controller('preview')
export class PreviewController {
  constructor(private readonly renderer: Renderer) {}

  @Post()
  async preview(@Body() body: { template: string; data: unknown }) {
    try {
      return { html: await this.renderer.render(body.template, body.data) };
    } catch (error) {
      throw new BadRequestException(error.message);
    }
  }
}
