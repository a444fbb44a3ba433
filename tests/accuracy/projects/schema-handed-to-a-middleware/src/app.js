// why: a middleware parses the query by whichever schema it is given, and leaves the result on the request
const express = require('express');
const Joi = require('joi');
const kites = require('./kites');

const app = express();
const page = Joi.object({ limit: Joi.number().integer().max(50).default(20) });
const validated = (schema) => (req, res, next) => {
  const { error, value } = schema.validate(req.query);
  if (error) return res.status(400).json({ error: error.message });
  req.valid = value;
  next();
};

app.get('/kites', validated(page), async (req, res) => {
  res.json(await kites.page(req.valid.limit));
});
