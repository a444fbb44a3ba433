// why: an error that goes to the app's own listener goes to no client
const Koa = require('koa');

const app = new Koa();

app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    ctx.status = 500;
    ctx.body = { error: 'Something went wrong' };
    ctx.app.emit('error', error, ctx);
  }
});

module.exports = app;
