/** What is behind an interface or an abstract class? */
import { describe } from 'vitest';
import { valuesAre } from './engine.kit.js';

const contract = 'export interface UserStore { names: string[]; find(id: string): Promise<string>; all: () => string[]; }\n';
const service = (type = 'UserStore'): string => `import type { ${type} } from './store';\nexport class Users { constructor(private readonly store: ${type}) {} run() { (/* it */ this.store.find); } }\n`;
const knexStore = "import type { UserStore } from './store';\nexport class KnexUserStore implements UserStore { names = []; async find(id) { return id; } all() { return []; } }\n";

describe('an interface', () => {
  valuesAre([
    ['its only class, in another file', { 'src/a.ts': service(), 'src/store.ts': contract, 'src/knex.ts': knexStore }, 'function find'],
    ['its only class, in its own file', { 'src/a.ts': service(), 'src/store.ts': `${contract}export class KnexUserStore implements UserStore { async find(id) {} }\n` }, 'function find'],
    ['its only class, in the file that asks', 'interface Store { find(id: string): string }\nclass Users { constructor(private store: Store) {} run() { (/* it */ this.store.find); } }\nclass KnexStore implements Store { find(id: string) { return id; } }', 'function find'],
    ['through a barrel', { 'src/a.ts': service().replace('./store', './types'), 'src/types/index.ts': "export * from './store';\n", 'src/types/store.ts': contract, 'src/knex.ts': knexStore.replace('./store', './types') }, 'function find'],
    ['through a default export', { 'src/a.ts': "import Store from './store';\nclass Users { constructor(private store: Store) {} run() { (/* it */ this.store.find); } }", 'src/store.ts': 'interface Store { find(id: string): string }\nexport default Store;\n', 'src/knex.ts': "import Store from './store';\nexport class KnexStore implements Store { find(id) { return id; } }\n" }, 'function find'],
    ['a member that is a function by type', { 'src/a.ts': service().replace('store.find', 'store.all'), 'src/store.ts': contract, 'src/knex.ts': knexStore }, 'function all'],
    ['a member that is none', { 'src/a.ts': service().replace('(/* it */ this.store.find)', '/* it */ this.store.names'), 'src/store.ts': contract, 'src/knex.ts': knexStore }, 'foreign'],
    ['of the interface that extends it', { 'src/a.ts': service('UserStore'), 'src/store.ts': 'interface Store { find(id: string): string }\nexport interface UserStore extends Store {}\nexport interface TeamStore extends Store {}\n', 'src/knex.ts': knexStore, 'src/teams.ts': "import { TeamStore } from './store';\nexport class KnexTeamStore implements TeamStore { find() {} }\n" }, 'function find'],
    ['picked out of all stores', { 'src/a.ts': "import type { Stores } from './stores';\nexport class Users { private store: Stores['userStore']; constructor({ userStore }: Pick<Stores, 'userStore'>) { this.store = userStore; } run() { (/* it */ this.store.find); } }", 'src/stores.ts': "import type { UserStore } from './store';\nexport interface Stores { userStore: UserStore; }\n", 'src/store.ts': contract, 'src/knex.ts': knexStore }, 'function find'],
    ['beside a stand-in for tests', { 'src/a.ts': service(), 'src/store.ts': contract, 'src/knex.ts': knexStore, 'src/fake.ts': "import type { UserStore } from './store';\nexport class FakeUserStore implements UserStore { find() {} }\n" }, 'function find'],
    ['a stand-in for tests alone', { 'src/a.ts': service(), 'src/store.ts': contract, 'src/fake.ts': "import type { UserStore } from './store';\nexport class InMemoryUserStore implements UserStore { find() {} }\n" }, 'foreign'],
    ['more classes than two', { 'src/a.ts': service(), 'src/store.ts': contract, ...Object.fromEntries(['One', 'Two', 'Three'].map((name) => [`src/${name}.ts`, `import type { UserStore } from './store';\nexport class ${name} implements UserStore { find() {} }\n`])) }, 'foreign'],
    ['another interface of the same name', { 'src/a.ts': service(), 'src/store.ts': contract, 'src/other.ts': "import { other } from './store';\ninterface UserStore { find(): void }\nexport class Other implements UserStore { find() {} }\n" }, 'foreign'],
    ['nothing at all', { 'src/a.ts': service(), 'src/store.ts': contract }, 'foreign'],
  ]);
});

describe('an abstract class', () => {
  const base = 'export abstract class UserStore { abstract find(id: string): string; both(id) { (/* it */ this.find); } }\n';
  valuesAre([
    ['its only subclass', { 'src/a.ts': service(), 'src/store.ts': 'export abstract class UserStore { abstract find(id: string): string; }\n', 'src/knex.ts': "import { UserStore } from './store';\nexport class KnexUserStore extends UserStore { find(id) { return id; } }\n" }, 'function find'],
    ['a class that implements it', { 'src/a.ts': service(), 'src/store.ts': 'export abstract class UserStore { abstract find(id: string): string; }\n', 'src/knex.ts': "import { UserStore } from './store';\nexport class KnexUserStore implements UserStore { find(id) { return id; } }\n" }, 'function find'],
    ['of its own methods', { 'src/a.ts': base, 'src/knex.ts': "import { UserStore } from './a';\nexport class KnexUserStore extends UserStore { find(id) { return id; } }\n" }, 'function find'],
    ['a class that fulfils it by a further abstract class', { 'src/a.ts': service(), 'src/store.ts': 'export abstract class UserStore { abstract find(id: string): string; }\nexport abstract class Other extends UserStore {}\n' }, 'foreign'],
  ]);
});
