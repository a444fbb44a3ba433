/** Handlers that a cloud calls: Azure's and Firebase's functions. */
import { cases } from './libraries.kit.js';

const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

cases('Azure Functions', { head: `import { app } from '@azure/functions';\n${pg}` }, {
  'a handler in place, and one by its name': `
app.http('users', {
  methods: ['GET'],
  route: 'users',
  handler: async (request) => {
    const { rows } = await pool.query('SELECT id FROM users LIMIT $1', [request.query.get('limit')]); // expect: no-db-in-controller/queryInController, require-pagination-cap/uncappedLimit
    return { jsonBody: rows };
  },
});
async function one(request, context) {
  try {
    const { rows } = await pool.query('SELECT id FROM users WHERE id = $1', [request.params.id]); // expect: no-db-in-controller/queryInController
    return { jsonBody: rows[0] };
  } catch (error) {
    context.error(error);
    return { status: 500, jsonBody: { message: error.message } }; // expect: no-raw-error-response/errorMessage
  }
}
app.get('user', { route: 'users/{id}', handler: one });`,
  'a timer': `
app.timer('clean', { schedule: '0 0 * * * *', handler: async () => { await pool.query('DELETE FROM sessions WHERE stale'); } });`,
});

cases('Firebase functions', { head: `import { HttpsError, onCall, onRequest } from 'firebase-functions/v2/https';\n${pg}` }, {
  'requests': `
export const users = onRequest({ cors: true }, async (req, res) => {
  try {
    const { rows } = await pool.query('SELECT id FROM users LIMIT $1', [req.query.limit]); // expect: no-db-in-controller/queryInController, require-pagination-cap/uncappedLimit
    res.json(rows);
  } catch (error) {
    res.status(500).send(error.message); // expect: no-raw-error-response/errorMessage
  }
});`,
  'calls by name': `
export const join = onCall(async (request) => {
  try {
    await pool.query('INSERT INTO users (email, password) VALUES ($1, $2)', [request.data.email, request.data.password]); // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
  } catch (error) {
    throw new HttpsError('internal', error.message); // expect: no-raw-error-response/errorMessage
  }
  return { done: true };
});`,
});
