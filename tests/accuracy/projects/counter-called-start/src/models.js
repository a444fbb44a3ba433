const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);

exports.Subscriber = sequelize.define('Subscriber', { email: DataTypes.STRING });
