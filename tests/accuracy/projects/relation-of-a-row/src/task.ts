import { BelongsTo, Model, Table } from 'sequelize-typescript';
import { Job } from './job';

@Table
export class Task extends Model {
  @BelongsTo(() => Job)
  job!: Job;
}
