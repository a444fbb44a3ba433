'use strict';
const { Model } = require('sequelize');

module.exports = (sequelize, DataTypes) => {
  class Invoice extends Model {
    static associate(models) {
      Invoice.belongsTo(models.Customer, { foreignKey: 'customerId', as: 'customer' });
    }
  }
  Invoice.init({ total: DataTypes.INTEGER, paid: DataTypes.BOOLEAN }, { sequelize, modelName: 'Invoice' });
  return Invoice;
};
