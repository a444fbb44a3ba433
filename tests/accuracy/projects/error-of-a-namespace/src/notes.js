// why: the error class of a namespace is not the language's own, even under its name
const express = require('express');
const Notes = require('notes-sdk');
const { read } = require('./store');

const app = express();

app.get('/notes/:id', async (req, res) => {
  try {
    res.json(await read(req.params.id));
  } catch (error) {
    if (error instanceof Notes.Error) res.status(400).json({ code: error.code, error: error.message });
    else res.status(500).json({ error: 'Something went wrong.' });
  }
});
