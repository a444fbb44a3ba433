// why: the function that takes the size compares it with a maximum
import Router from '@koa/router';
import { feed } from './feed';

export const router = new Router();

router.get('/feed', async (ctx) => {
  ctx.body = { posts: await feed(Number(ctx.query.size)) };
});
