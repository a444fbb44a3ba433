// why: what celebrate lets through is no larger than its schema says
const { Router } = require('express');
const { celebrate, Joi, Segments } = require('celebrate');
const { latest } = require('./articles');

const router = Router();

router.get('/articles', celebrate({ [Segments.QUERY]: Joi.object({ limit: Joi.number().integer().max(60).default(15) }) }), async (req, res) => {
  res.json(await latest(req.query.limit));
});

module.exports = router;
