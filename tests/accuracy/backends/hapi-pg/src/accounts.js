'use strict';
const Boom = require('@hapi/boom');
const bcrypt = require('bcrypt');
const { Pool } = require('pg');

const pool = new Pool();

const createAccount = async (request, h) => {
  const { email, password } = request.payload;
  try {
    await pool.query('INSERT INTO accounts (email, password) VALUES ($1, $2)', [email, password]); // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
    return h.response({ email }).code(201);
  } catch (err) {
    if (err.code === '23505') {
      return Boom.conflict('Email taken');
    }
    throw Boom.badImplementation(err.message);
  }
};

const login = async (request, h) => {
  const { email, password } = request.payload;
  const { rows } = await pool.query('SELECT * FROM accounts WHERE email = $1', [email]); // expect: no-db-in-controller/queryInController
  const account = rows[0];
  if (!account || !bcrypt.compareSync(password, account.password)) {
    throw Boom.unauthorized('Invalid email or password');
  }
  return { id: account.id };
};

const changePassword = async (request, h) => {
  const { newPassword } = request.payload;
  const hashed = await bcrypt.hash(newPassword, 8); // expect: no-unhashed-password/weakCost
  await pool.query('UPDATE accounts SET password = $1 WHERE id = $2', [hashed, request.auth.credentials.id]); // expect: no-db-in-controller/queryInController
  return h.response().code(204);
};

exports.plugin = {
  name: 'accounts',
  register(server) {
    server.route({ method: 'POST', path: '/accounts', handler: createAccount }); // missed: require-rate-limit
    server.route({ method: 'POST', path: '/login', handler: login }); // missed: require-rate-limit
    server.route({ method: 'PUT', path: '/password', handler: changePassword });
  },
};
