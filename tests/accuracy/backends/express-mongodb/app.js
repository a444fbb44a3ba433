const express = require('express');
const { connect } = require('./db');
const recipes = require('./controllers/recipes');
const auth = require('./controllers/auth');
const users = require('./models/users');

const app = express();
app.use(express.json());

app.get('/recipes', recipes.index);
app.get('/recipes/page', recipes.page);
app.post('/recipes', recipes.create);
app.post('/recipes/:id/like', recipes.like);
app.get('/shopping', recipes.shopping);
app.post('/signup', auth.signup); // expect: require-rate-limit/registration
app.post('/login', auth.login); // expect: require-rate-limit/login
app.post('/forgot', auth.forgot); // expect: require-rate-limit/passwordReset
app.post('/reset/:token', auth.reset); // expect: require-rate-limit/passwordReset

app.use((error, req, res, next) => {
  const { statusCode = 500, message } = error;
  res.status(statusCode).json({ status: statusCode, message }); // expect: no-raw-error-response/errorMessage
});

connect(async (err) => {
  if (err) throw err;
  await users.seedAdmin();
  app.listen(3000);
});
