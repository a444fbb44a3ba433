// why: a regular expression's own complaint about the client's pattern
import express from 'express';

const app = express();
app.post('/constraints', (req, res) => {
  try {
    new RegExp(req.body.pattern);
  } catch (error) {
    res.status(400).json({ error: `Not a pattern: ${error.message}` });
    return;
  }
  res.status(204).end();
});
