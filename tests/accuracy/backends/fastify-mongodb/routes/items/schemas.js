'use strict'
module.exports.listSchema = {
  querystring: {
    type: 'object',
    properties: {
      title: { type: 'string' },
      skip: { type: 'integer', minimum: 0, default: 0 },
      limit: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
    },
  },
}
module.exports.importSchema = {
  body: { type: 'object', properties: { lines: { type: 'array', items: { type: 'object' } } } },
}
