const bcrypt = require('bcrypt');
const { DataTypes } = require('sequelize');
const { sequelize } = require('./sequelize');

module.exports = sequelize.define('Voter', {
  email: DataTypes.STRING,
  password: DataTypes.STRING,
  pin: {
    type: DataTypes.STRING,
    set(value) {
      this.setDataValue('pin', bcrypt.hashSync(value, 12));
    },
  },
});
