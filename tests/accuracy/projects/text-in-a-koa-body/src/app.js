// why: a text that goes into the body of a context goes to the client
const Koa = require('koa');

const app = new Koa();

app.use(async (ctx, next) => {
  try {
    await next();
  } catch (err) {
    ctx.status = err.status ?? 500;
    ctx.body = err.message; // expect: no-raw-error-response/errorMessage
    ctx.app.emit('error', err, ctx);
  }
});

module.exports = app;
