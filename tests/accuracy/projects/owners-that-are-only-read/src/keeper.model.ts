import { Column, Model, Table } from 'sequelize-typescript';

@Table
export class Keeper extends Model {
  @Column declare mail: string;

  isNear(place: string) {
    return this.getDataValue('mail').endsWith(place);
  }
}
