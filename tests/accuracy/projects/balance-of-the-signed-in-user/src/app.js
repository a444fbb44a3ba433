// why: the document of the signed-in user is changed and saved; the other handlers set a value, or leave the counting to the database
const express = require('express');
const { countVisit } = require('./user');

const app = express();

app.post('/tips', async (req, res) => {
  req.user.tips -= 1; // expect: prefer-atomic-update/readModifyWrite
  await req.user.save(); // expect: no-db-in-controller/queryInController
  res.json({ tips: req.user.tips });
});

app.post('/name', async (req, res) => {
  req.user.name = req.body.name;
  await req.user.save(); // expect: no-db-in-controller/queryInController
  res.json({ name: req.user.name });
});

app.post('/visits', async (req, res) => {
  await countVisit(req.user._id);
  res.sendStatus(204);
});
