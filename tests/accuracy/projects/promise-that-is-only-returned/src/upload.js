// why: what a function that is returned without await throws does not come to the catch around it
const express = require('express');
const { keep } = require('./keep');

const app = express();

app.post('/files', async (req, res) => {
  const result = await upload(req.body);
  if (result.error) res.status(400).json({ error: result.error });
  else res.json(result);
});

async function upload(body) {
  try {
    const { name, content } = body;
    return keep(name, content);
  } catch (error) {
    return { error: error.message };
  }
}
