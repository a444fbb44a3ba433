import { Context } from 'koa';
import bcrypt from 'bcryptjs';
import { AppDataSource } from '../data-source';
import { User } from '../entity/User';
import { BaseController } from './BaseController';

export class UserController extends BaseController {
  private users = AppDataSource.getRepository(User);

  list = async (ctx: Context) => {
    const { page = 1, limit = 20 } = ctx.query as any;
    const [rows, total] = await this.users.findAndCount({ // expect: no-db-in-controller/queryInController
      take: +limit, // expect: require-pagination-cap/uncappedLimit
      skip: (+page - 1) * +limit,
    });
    this.ok(ctx, { rows, total }); // expect: no-sensitive-data-in-response/sensitiveRow
  };

  register = async (ctx: Context) => {
    const { email, password, name } = ctx.request.body as any;
    const exists = await this.users.findOneBy({ email }); // expect: no-db-in-controller/queryInController
    if (exists) {
      ctx.throw(409, 'Email already used');
    }
    const user = this.users.create({ email, name, password: await bcrypt.hash(password, 10) });
    await this.users.save(user); // expect: no-db-in-controller/queryInController
    ctx.status = 201;
    ctx.body = { id: user.id };
  };

  updateProfile = async (ctx: Context) => {
    const user = await this.users.findOneBy({ id: ctx.state.user.id }); // expect: no-db-in-controller/queryInController
    const { name, password } = ctx.request.body as any;
    if (name) user.name = name;
    if (password) user.password = password; // expect: no-unhashed-password/plaintext
    await this.users.save(user); // expect: no-db-in-controller/queryInController
    this.ok(ctx, { id: user.id, name: user.name });
  };
}
