// why: services are made anew for each transaction, and one of them is not
import knex, { type Knex } from 'knex';

const db = knex({ client: 'pg' });

class FlagStore {
  constructor(private readonly client: Knex) {}

  add(name: string) {
    return this.client('flags').insert({ name });
  }
}

class FlagService {
  constructor(private readonly flags: FlagStore) {}

  create(name: string) {
    return this.flags.add(name);
  }
}

const createService = (client: Knex) => new FlagService(new FlagStore(client));

export function transactional<R>(run: (service: FlagService) => Promise<R>): Promise<R> {
  return db.transaction(async (trx) => run(createService(trx)));
}

export const addBoth = () =>
  transactional(async (service) => {
    await service.create('first');
    await service.create('second');
  });

const shared = createService(db);

export const addWithShared = () =>
  db.transaction(async (trx) => {
    await createService(trx).create('first');
    await shared.create('second'); // expect: no-outer-client-in-transaction/outerHelper
  });
