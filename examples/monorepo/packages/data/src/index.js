export { customerName, customerNames } from './customers.js';
