const express = require('express');
const { Model } = require('objection');
const knex = require('knex')({ client: 'pg', connection: process.env.DATABASE_URL });

Model.knex(knex);

const app = express();
app.use(express.json());
app.use('/posts', require('./routes/posts'));
app.use('/users', require('./routes/users'));

app.use((err, req, res, next) => {
  const status = err.statusCode || 500;
  res.status(status);
  if (status < 500) return res.json({ error: err.message });
  res.json({ error: 'Something went wrong' });
});

module.exports = app;
