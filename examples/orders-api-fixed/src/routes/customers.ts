import { Router } from 'express';
import * as customers from '../controllers/customerController';
import { listCustomerOrders } from '../controllers/orderController';
import { asyncHandler } from '../lib/http';

export const customerRoutes = Router();

customerRoutes.get('/', asyncHandler(customers.searchCustomers));
customerRoutes.post('/', asyncHandler(customers.registerCustomer));
customerRoutes.post('/login', asyncHandler(customers.loginCustomer));
customerRoutes.put('/:id/password', asyncHandler(customers.changeCustomerPassword));
customerRoutes.get('/:id/orders', asyncHandler(listCustomerOrders));
