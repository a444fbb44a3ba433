const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);

module.exports = sequelize.define('Comment', { postId: DataTypes.INTEGER, parentId: DataTypes.INTEGER, text: DataTypes.TEXT });
