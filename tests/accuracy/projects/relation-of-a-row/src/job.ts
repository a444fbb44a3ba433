import { Column, Model, Table } from 'sequelize-typescript';

@Table
export class Job extends Model {
  @Column state!: string;
}
