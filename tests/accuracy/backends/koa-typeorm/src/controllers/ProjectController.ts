import { Context } from 'koa';
import { BaseController } from './BaseController';
import { ProjectService } from '../services/ProjectService';

export class ProjectController extends BaseController {
  constructor(private readonly service = new ProjectService()) {
    super();
    this.index = this.index.bind(this);
    this.board = this.board.bind(this);
    this.reorder = this.reorder.bind(this);
  }

  async index(ctx: Context) {
    const projects = await this.service.listAll();
    this.ok(ctx, projects);
  }

  async board(ctx: Context) {
    const take = Math.min(Number(ctx.query.take) || 20, 50);
    this.ok(ctx, await this.service.board(take));
  }

  async reorder(ctx: Context) {
    try {
      await this.service.reorder((ctx.request.body as any).ids);
      ctx.status = 204;
    } catch (err) {
      this.fail(ctx, err, 400); // expect: no-raw-error-response/errorMessage
    }
  }
}
