import { BelongsTo, Column, ForeignKey, Model, Table } from 'sequelize-typescript';
import { Keeper } from './keeper.model';

@Table
export class Dog extends Model {
  @Column declare vaccinatedAt: Date;
  @ForeignKey(() => Keeper) @Column declare keeperId: number;
  @BelongsTo(() => Keeper) declare keeper: Keeper;
}
