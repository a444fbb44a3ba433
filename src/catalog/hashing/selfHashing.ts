import { defineLibrary } from '../vocabulary.js';

/** A Mongoose plugin that keeps salt and hash itself. */
export const passportLocalMongoose = defineLibrary({
  name: 'passport-local-mongoose',
  kind: 'hashing',
  packages: ['passport-local-mongoose', 'mongoose-bcrypt'],
  exports: { default: { harmless: 'a plugin' } },
  types: {},
  hashesPasswords: true,
});

/** Mixins and plugins of mappers that hash the password of a row before it is written. */
export const passwordMixins = defineLibrary({
  name: 'objection-password',
  kind: 'hashing',
  packages: ['objection-password', 'objection-password-argon2', 'bookshelf-secure-password', 'sequelize-bcrypt'],
  exports: { default: { harmless: 'a mixin' } },
  types: {},
  hashesPasswords: true,
});

export const betterAuth = defineLibrary({
  name: 'Better Auth',
  kind: 'auth',
  packages: ['better-auth', 'better-auth/*'],
  exports: { betterAuth: { returns: 'Auth', secret: { of: 'sessions', at: [[0, 'secret']] } } },
  types: { Auth: { members: { api: { type: 'Api' } } }, Api: { any: { harmless: 'stores a password as a hash' } } },
  hashesPasswords: true,
});

/** A mixin of a Lucid model that hashes its password before it is saved. */
export const adonisAuthFinder = defineLibrary({
  name: 'Adonis Auth',
  kind: 'auth',
  packages: ['@adonisjs/auth/mixins/lucid'],
  exports: { withAuthFinder: { harmless: 'a mixin' } },
  types: {},
  hashesPasswords: true,
});
