'use strict';
const { Model } = require('sequelize');

module.exports = (sequelize, DataTypes) => {
  class Customer extends Model {
    static associate(models) {
      Customer.hasMany(models.Invoice, { foreignKey: 'customerId', as: 'invoices' });
    }
  }
  Customer.init(
    { email: DataTypes.STRING, password: DataTypes.STRING, balance: DataTypes.INTEGER },
    { sequelize, modelName: 'Customer' }
  );
  return Customer;
};
