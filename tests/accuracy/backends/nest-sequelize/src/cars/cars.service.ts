import { Injectable, NotFoundException } from '@nestjs/common'
import { InjectModel } from '@nestjs/sequelize'
import { Op } from 'sequelize'
import { Car } from './car.model'
import { Driver } from '../drivers/driver.model'

@Injectable()
export class CarsService {
  constructor(@InjectModel(Car) private carModel: typeof Car, @InjectModel(Driver) private driverModel: typeof Driver) {}

  async findAll(): Promise<Car[]> {
    return this.carModel.findAll() // expect: require-pagination-cap/unboundedList
  }

  paged(limit: number, offset: number) {
    return this.carModel.findAndCountAll({ limit, offset, where: { retired: false } })
  }

  async withDrivers(cars: Car[]) {
    return Promise.all(cars.map(async (car) => ({ car, driver: await this.driverModel.findByPk(car.driverId) }))) // expect: no-n-plus-one/queryInLoop
  }

  async retire(ids: number[]) {
    await ids.reduce(async (previous, id) => {
      await previous
      await this.carModel.update({ retired: true }, { where: { id } }) // expect: no-n-plus-one/writeInLoop
    }, Promise.resolve())
  }

  retireAll(ids: number[]) {
    return this.carModel.update({ retired: true }, { where: { id: { [Op.in]: ids } } })
  }

  async one(id: string) {
    const car = await this.carModel.findByPk(id)
    if (!car) throw new NotFoundException(`Car ${id} not found`)
    return car
  }
}
