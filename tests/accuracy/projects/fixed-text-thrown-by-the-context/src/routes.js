// why: properties that are thrown along with a fixed text are for the listener
const Router = require('@koa/router');
const { importBook } = require('./books');

const router = new Router();

router.post('/books', async (ctx) => {
  try {
    ctx.body = await importBook(ctx.request.body.isbn);
  } catch (err) {
    ctx.throw(500, 'The book could not be imported', { cause: err });
  }
});

module.exports = router;
