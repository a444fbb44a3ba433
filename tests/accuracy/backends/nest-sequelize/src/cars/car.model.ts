import { Column, ForeignKey, Model, Table } from 'sequelize-typescript'
import { Driver } from '../drivers/driver.model'

@Table
export class Car extends Model {
  @Column plate: string
  @ForeignKey(() => Driver) @Column driverId: number
  @Column retired: boolean
}
