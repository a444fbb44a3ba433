// why: a middleware of the route opens the transaction in which the handler runs
import Router from '@koa/router';
import { inTransaction } from './middleware';
import { Page, Visit } from './models';

const router = new Router();

router.post('/pages', inTransaction(), async (ctx) => {
  const page = await Page.create({ title: 'new' }, { transaction: ctx.state.transaction }); // expect: no-db-in-controller/queryInController
  await Visit.create({ page: page.id }, { transaction: ctx.state.transaction }); // expect: no-db-in-controller/queryInController
  ctx.body = { id: page.id };
});

export default router;
