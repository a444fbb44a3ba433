// why: a mixin of a model hashes its password whoever saves it
import { compose } from '@adonisjs/core/helpers';
import hash from '@adonisjs/core/services/hash';
import { BaseModel, column } from '@adonisjs/lucid/orm';
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid';

export default class User extends compose(BaseModel, withAuthFinder(() => hash.use('scrypt'))) {
  @column({ isPrimary: true }) declare id: number;
  @column() declare password: string;
}
