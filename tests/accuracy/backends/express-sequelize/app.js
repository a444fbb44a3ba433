const express = require('express');
const routes = require('./routes');

const app = express();
app.use(express.json());
app.use('/api', routes);

app.use((err, req, res, next) => {
  const body = { message: 'Server error' };
  if (app.get('env') === 'development') {
    body.stack = err.stack;
  }
  res.status(500).json(body);
});

app.listen(3000);
