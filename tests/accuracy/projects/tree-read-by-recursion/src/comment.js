const { DataTypes } = require('sequelize');
const { sequelize } = require('./sequelize');

module.exports = sequelize.define('Comment', { parentId: DataTypes.INTEGER, text: DataTypes.TEXT });
