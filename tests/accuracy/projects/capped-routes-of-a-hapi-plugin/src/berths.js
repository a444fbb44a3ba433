// why: each route of a list that a plugin registers has its own schema, and this one has a maximum
const Joi = require('joi');
const store = require('./store');

exports.plugin = {
  name: 'berths',
  register(server, options) {
    server.route([
      { method: 'GET', path: '/tides', handler: () => options.tides },
      {
        method: 'GET',
        path: '/berths',
        options: { validate: { query: Joi.object({ limit: Joi.number().max(100).default(20) }) } },
        handler: (request) => store.page(request.query.limit),
      },
    ]);
  },
};
