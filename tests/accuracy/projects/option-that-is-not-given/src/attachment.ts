import { Model } from 'sequelize';

export class Attachment extends Model {}
