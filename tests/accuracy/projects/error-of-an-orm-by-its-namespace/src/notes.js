// why: the error class that an ORM's namespace holds says nothing of what a client may read
const express = require('express');
const mongoose = require('mongoose');
const { read } = require('./store');

const app = express();

app.get('/notes/:id', async (req, res) => {
  try {
    res.json(await read(req.params.id));
  } catch (error) {
    if (error instanceof mongoose.Error) res.status(400).json({ error: error.message }); // expect: no-raw-error-response/errorMessage
    else res.status(500).json({ error: 'Something went wrong.' });
  }
});
