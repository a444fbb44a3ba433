// why: what is thrown by the context of Koa is sent with its text
const Router = require('@koa/router');
const { importBook } = require('./books');

const router = new Router();

router.post('/books', async (ctx) => {
  try {
    ctx.body = await importBook(ctx.request.body.isbn);
  } catch (err) {
    ctx.throw(400, err.message); // expect: no-raw-error-response/errorMessage
  }
});

module.exports = router;
