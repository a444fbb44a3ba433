// why: a query in front of the list may keep its rows few
const express = require('express');
const knex = require('knex');

const db = knex({ client: 'pg' });
const app = express();

app.get('/shelves/readers', async (req, res) => {
  res.json(await lastReaders());
});

function lastReaders() {
  return db
    .with('lately', (qb) => {
      qb.select('reader_id').from('loans').where('shelf', 'new').groupBy('reader_id');
    })
    .select('readers.name')
    .from('lately')
    .join('readers', 'lately.reader_id', 'readers.id');
}
