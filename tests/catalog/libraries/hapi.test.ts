/** hapi: what an app puts on its server by `method`, `decorate` and `app`, and routes whose options another file holds. */
import { cases } from './libraries.kit.js';

const files = {
  'package.json': '{ "dependencies": { "@hapi/hapi": "^21.0.0", "objection": "^3.0.0", "knex": "^3.0.0" } }',
  'src/models/boat.js': "const { Model } = require('objection');\nclass Boat extends Model {}\nmodule.exports = Boat;",
  'src/plugins/methods.js': `const Boat = require('../models/boat');
exports.plugin = {
  name: 'methods',
  register: async (server) => {
    server.method('boats.find', (id) => Boat.query().findById(id));
    server.method('boats.page', (limit) => Boat.query().limit(limit));
    server.method({ name: 'boats.all', method: () => Boat.query().select('id') }); // expect: require-pagination-cap/unboundedList
  },
};`,
  'src/plugins/db.js': `const Knex = require('knex');
exports.plugin = {
  name: 'db',
  register: async (server) => {
    server.app.db = Knex({ client: 'pg' });
    server.decorate('request', 'pg', server.app.db);
  },
};`,
  'src/controllers/boats.js': `const Joi = require('joi');
exports.search = {
  validate: { query: Joi.object({ size: Joi.number().min(1) }) },
  handler: async (request) => request.pg('boats').select('id').limit(request.query.size), // expect: no-db-in-controller/queryInController, require-pagination-cap/uncappedLimit
};
exports.count = async (request) => {
  const { db } = request.server.app;
  return db('boats').count('id'); // expect: no-db-in-controller/queryInController
};
exports.held = {
  handler: async (request) => request.db('boats').select('id').limit(request.query.size),
};`,
};

const all = (routes: string) => `const Joi = require('joi');
const controller = require('../controllers/boats');
exports.plugin = {
  name: 'boats',
  register: async (server) => {
    server.route(${routes});
  },
};`;

cases('hapi', { file: 'src/plugins/boats.js', files }, {
  'methods of the server': all(`[
    { method: 'GET', path: '/all', handler: (request) => request.server.methods.boats.all() },
    {
      method: 'POST',
      path: '/some',
      handler: async (request) => {
        const boats = [];
        for (const id of request.payload.ids) boats.push(await request.server.methods.boats.find(id)); // expect: no-n-plus-one/queryInLoop
        return boats;
      },
    },
    { method: 'GET', path: '/search', options: controller.search },
    { method: 'GET', path: '/count', handler: controller.count },
    { method: 'GET', path: '/page', handler: (request) => request.server.methods.boats.page(request.query.size) }, // expect: require-pagination-cap/uncappedLimit
    {
      method: 'GET',
      path: '/few',
      options: { validate: { query: Joi.object({ size: Joi.number().max(50) }) } },
      handler: (request) => request.server.methods.boats.page(request.query.size),
    },
  ]`).replace('exports.plugin', 'exports.boats'),
});
