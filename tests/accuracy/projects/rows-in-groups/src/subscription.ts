import { Model } from 'sequelize';

export class Subscription extends Model {
  declare notifiedAt: Date;
}
