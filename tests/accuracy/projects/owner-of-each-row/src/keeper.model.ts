import { Column, HasMany, Model, Table } from 'sequelize-typescript';
import { Dog } from './dog.model';

@Table
export class Keeper extends Model {
  @Column declare remindedAt: Date;
  @HasMany(() => Dog) declare dogs: Dog[];
}
