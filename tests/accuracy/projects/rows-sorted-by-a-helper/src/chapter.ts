import { Model } from 'sequelize';

export class Chapter extends Model {
  declare title: string;
  declare index: number;
}
