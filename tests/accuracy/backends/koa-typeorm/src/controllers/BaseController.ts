import { Context } from 'koa';

export abstract class BaseController {
  protected ok(ctx: Context, data: unknown) {
    ctx.status = 200;
    ctx.body = { data };
  }

  protected fail(ctx: Context, err: any, status = 500) {
    ctx.status = status;
    ctx.body = { error: err.message };
  }
}
