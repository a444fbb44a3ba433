import { Body, Controller, Param, Patch, Post } from '@nestjs/common'
import { InjectModel } from '@nestjs/sequelize'
import { Driver } from './driver.model'

@Controller('drivers')
export class DriversController {
  constructor(@InjectModel(Driver) private readonly drivers: typeof Driver) {}

  @Post()
  async create(@Body() body: { email: string; password: string }) {
    const driver = await this.drivers.create({ email: body.email, password: body.password }) // expect: no-db-in-controller/queryInController
    return { id: driver.id }
  }

  @Patch(':id')
  async change(@Param('id') id: string, @Body('password') password: string) {
    await this.drivers.update({ password }, { where: { id } }) // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
  }
}
