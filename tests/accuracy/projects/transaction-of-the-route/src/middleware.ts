import type { Context, Next } from 'koa';
import { sequelize } from './models';

export const inTransaction = () => (ctx: Context, next: Next) =>
  sequelize.transaction(async (transaction) => {
    ctx.state.transaction = transaction;
    await next();
  });
