import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import router from './routes';

const app = new Koa();

app.use(async (ctx, next) => {
  try {
    await next();
  } catch (err: any) {
    ctx.status = err.status || 500;
    ctx.body = {
      message: err.expose ? err.message : 'Internal Server Error',
      stack: process.env.NODE_ENV === 'development' ? err.stack : undefined,
    };
  }
});
app.use(bodyParser());
app.use(router.routes()).use(router.allowedMethods());

export default app;
