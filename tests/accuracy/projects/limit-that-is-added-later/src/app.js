const app = require('express')();
const models = require('./models');

app.get('/kites', async (req, res) => {
  res.json(await models.found(req.query.name));
});
