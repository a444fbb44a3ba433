import { BeforeCreate, BeforeUpdate, Column, Model, Table } from 'sequelize-typescript'
import * as bcrypt from 'bcrypt'

@Table
export class Driver extends Model {
  @Column email: string
  @Column password: string

  @BeforeCreate
  @BeforeUpdate
  static async hashPassword(driver: Driver) {
    if (driver.changed('password')) driver.password = await bcrypt.hash(driver.password, 10)
  }
}
