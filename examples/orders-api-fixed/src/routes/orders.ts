import { Router } from 'express';
import { listOrders, listOrdersToPick, placeOrder, shipOrders } from '../controllers/orderController';
import { asyncHandler } from '../lib/http';

export const orderRoutes = Router();

orderRoutes.get('/', asyncHandler(listOrders));
orderRoutes.get('/to-pick', asyncHandler(listOrdersToPick));
orderRoutes.post('/', asyncHandler(placeOrder));
orderRoutes.post('/shipments', asyncHandler(shipOrders));
