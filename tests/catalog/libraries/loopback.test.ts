/** LoopBack 4: controllers by decorators, and repositories of the app's own. */
import { cases } from './libraries.kit.js';

const files = {
  'src/models.ts': `
import { Entity, model, property } from '@loopback/repository';
@model()
export class Order extends Entity { @property() id: number; @property() state: string; }
@model()
export class Line extends Entity { @property() id: number; }
@model()
export class User extends Entity { @property() email: string; @property() password: string; }`,
  'src/repositories.ts': `
import { inject } from '@loopback/core';
import { DefaultCrudRepository, DefaultTransactionalRepository, HasManyRepositoryFactory, juggler } from '@loopback/repository';
import { Line, Order, User } from './models';
export class DbDataSource extends juggler.DataSource {}
export class LineRepository extends DefaultCrudRepository<Line, number> {}
export class UserRepository extends DefaultCrudRepository<User, number> {}
export class OrderRepository extends DefaultTransactionalRepository<Order, number> {
  readonly lines: HasManyRepositoryFactory<Line, number>;
}`,
};
const head = `
import { inject } from '@loopback/core';
import { DefaultCrudRepository, Filter, repository } from '@loopback/repository';
import { HttpErrors, get, param, post, requestBody } from '@loopback/rest';
import { Order, User } from './models';
import { DbDataSource, LineRepository, OrderRepository, UserRepository } from './repositories';
`;
const file = 'src/orders.controller.ts';
const own = '  constructor(@repository(OrderRepository) private orders: OrderRepository, @repository(LineRepository) private lines: LineRepository, @repository(UserRepository) private users: UserRepository) {}';

cases('LoopBack: queries', { files, head, file }, {
  'in loops': `
export class Orders {
${own}
  @get('/report')
  async report() {
    const orders = await this.orders.find({ limit: 50 });
    for (const order of orders) {
      await this.users.findById(order.userId); // expect: no-n-plus-one/queryInLoop
      await this.orders.lines(order.id).find(); // expect: no-n-plus-one/queryInLoop
    }
    await Promise.all(orders.map((order) => this.lines.create({ orderId: order.id }))); // expect: no-n-plus-one/writeInLoop
    return this.lines.find({ where: { orderId: { inq: orders.map((order) => order.id) } }, limit: 100 });
  }
}`,
  "in a controller, by the app's own repository or not": `
export class Orders {
  constructor(
    @repository(OrderRepository) private orders: OrderRepository,
    @inject('repositories.LineRepository') private lines: DefaultCrudRepository<Line, number>,
    @inject('datasources.db') private db: DbDataSource,
  ) {}
  @get('/orders/{id}')
  one(@param.path.number('id') id: number) { return this.orders.findById(id); }
  @get('/lines/{id}')
  line(@param.path.number('id') id: number) { return this.lines.findById(id); } // expect: no-db-in-controller/queryInController
  @get('/sum')
  sum() { return this.db.execute('SELECT sum(total) FROM orders'); } // expect: no-db-in-controller/queryInController
}`,
  'that write to two models': `
export class Orders {
${own}
  async apart(id: number) {
    await this.orders.updateById(id, { state: 'paid' });
    await this.lines.updateAll({ state: 'paid' }, { orderId: id }); // expect: require-transaction/twoModels
  }
  async together(id: number) {
    const transaction = await this.orders.beginTransaction();
    await this.orders.updateById(id, { state: 'paid' }, { transaction });
    await this.lines.updateAll({ state: 'paid' }, { orderId: id }, { transaction });
    await transaction.commit();
  }
  async half(id: number) {
    const transaction = await this.orders.beginTransaction();
    await this.orders.updateById(id, { state: 'paid' }, { transaction });
    await this.lines.updateAll({ state: 'paid' }, { orderId: id }); // expect: no-outer-client-in-transaction/outerClient
    await transaction.commit();
  }
}`,
});

cases('LoopBack: lists and their sizes', { files, head, file, rules: ['require-pagination-cap'] }, {
  'a size of its own, a whole filter, and none': `
export class Orders {
${own}
  @get('/orders')
  find(@param.filter(Order) filter?: Filter<Order>) { return this.orders.find(filter); }
  @get('/orders/some')
  some(@param.query.number('limit') limit = 20) { return this.orders.find({ where: { state: 'open' }, limit }); } // expect: require-pagination-cap/uncappedLimit
  @get('/orders/few')
  few(@param.query.number('limit', { schema: { type: 'number', maximum: 50 } }) limit = 20) { return this.orders.find({ limit }); }
  @get('/orders/all')
  all() { return this.orders.find(); } // expect: require-pagination-cap/unboundedList
  @get('/orders/{id}/lines')
  linesOf(@param.path.number('id') id: number) { return this.orders.lines(id).find(); }
}`,
});

cases('LoopBack: errors and passwords', { files, head, file }, {
  'of a request': `
import { hash } from 'bcryptjs';
export class Users {
${own}
  @post('/users')
  create(@requestBody() user: User) { return this.users.create(user); } // expect: no-unhashed-password/plaintext
  @post('/members')
  async join(@requestBody() body: { email: string; password: string }) {
    try {
      await this.users.create({ email: body.email, password: await hash(body.password, 12) });
    } catch (error) {
      throw new HttpErrors.BadRequest(error.message); // expect: no-raw-error-response/errorMessage
    }
  }
}`,
});
