'use strict'
const Knex = require('knex')
const { Model } = require('objection')

exports.plugin = {
  name: 'db',
  register: async (server) => {
    const knex = Knex({ client: 'pg', connection: process.env.DATABASE_URL })
    Model.knex(knex)
    server.app.db = knex
    server.ext('onPostStop', () => knex.destroy())
  },
}
