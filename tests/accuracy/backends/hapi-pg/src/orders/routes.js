'use strict';
const Joi = require('joi');
const Boom = require('@hapi/boom');
const store = require('./store');
const db = require('../db');

module.exports = {
  name: 'orders',
  register: async (server) => {
    server.route([
      {
        method: 'GET',
        path: '/orders',
        options: {
          validate: {
            query: Joi.object({
              limit: Joi.number().integer().min(1).max(100).default(20),
              offset: Joi.number().integer().min(0).default(0),
            }),
          },
        },
        handler: (request) => store.page(request.query.limit, request.query.offset),
      },
      {
        method: 'GET',
        path: '/orders/recent',
        options: {
          validate: { query: Joi.object({ size: Joi.number().integer().min(1).default(10) }) },
        },
        handler: async (request, h) => {
          const { size } = request.query;
          return h.response(await store.recent(size)); // expect: require-pagination-cap/uncappedLimit
        },
      },
      {
        method: 'GET',
        path: '/warehouses',
        handler: () => store.listWarehouses(),
      },
      {
        method: 'POST',
        path: '/orders',
        handler: async (request, h) => {
          try {
            const order = await store.place(request.auth.credentials.id, request.payload.items);
            return h.response(order).code(201);
          } catch (err) {
            return Boom.badRequest(err.message); // expect: no-raw-error-response/errorMessage
          }
        },
      },
      {
        method: 'GET',
        path: '/orders/{id}',
        handler: async (request) => {
          const order = await db.one('SELECT * FROM orders WHERE id = $1', [request.params.id]); // expect: no-db-in-controller/queryInController
          if (!order) throw Boom.notFound(`No order ${request.params.id}`);
          return order;
        },
      },
      {
        method: 'GET',
        path: '/orders/detailed',
        handler: async () => store.detailed(10),
      },
    ]);
  },
};
