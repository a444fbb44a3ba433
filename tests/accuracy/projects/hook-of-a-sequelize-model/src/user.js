const argon2 = require('argon2');
const { DataTypes, Model } = require('sequelize');
const { sequelize } = require('./sequelize');

class User extends Model {}

User.init(
  { email: DataTypes.STRING, password: DataTypes.STRING },
  {
    sequelize,
    hooks: {
      beforeSave: async (user) => {
        if (user.changed('password')) user.password = await argon2.hash(user.password);
      },
    },
  },
);

module.exports = User;
