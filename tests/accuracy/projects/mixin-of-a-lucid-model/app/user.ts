// why: a model that is composed of mixins is a model, and one of the mixins hashes its password
import { compose } from '@adonisjs/core/helpers';
import hash from '@adonisjs/core/services/hash';
import { BaseModel, column } from '@adonisjs/lucid/orm';
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid';

const AuthFinder = withAuthFinder(() => hash.use('scrypt'), { uids: ['email'], passwordColumnName: 'password' });

export default class User extends compose(BaseModel, AuthFinder) {
  @column({ isPrimary: true }) declare id: number;
  @column() declare password: string;
}
