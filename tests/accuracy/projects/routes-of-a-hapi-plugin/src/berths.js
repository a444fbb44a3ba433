// why: a plugin's register is handed the server, and each route of a list has a schema of its own
const Joi = require('joi');
const store = require('./store');

module.exports = {
  name: 'berths',
  register: async (server) => {
    server.route([
      {
        method: 'GET',
        path: '/berths',
        options: { validate: { query: Joi.object({ limit: Joi.number().max(100).default(20) }) } },
        handler: (request) => store.page(request.query.limit),
      },
      {
        method: 'GET',
        path: '/berths/latest',
        options: { validate: { query: Joi.object({ limit: Joi.number().min(1).default(20) }) } },
        handler: (request) => store.page(request.query.limit), // expect: require-pagination-cap/uncappedLimit
      },
      { method: 'GET', path: '/harbours', handler: () => store.harbours() },
    ]);
  },
};
