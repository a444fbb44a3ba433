import { DataTypes, Sequelize } from 'sequelize';

export const sequelize = new Sequelize('postgres://localhost/app');
export const Page = sequelize.define('Page', { title: DataTypes.STRING });
export const Visit = sequelize.define('Visit', { page: DataTypes.INTEGER });
