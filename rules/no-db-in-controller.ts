import { controllerAround, createRule, dictatedStatements, injectedClients, isOfOwnRepository, overridingCalls, queries } from '#engine';

export interface Options {
  /** Report queries in middleware, guards, strategies and validators too. */
  middleware: boolean;
  /** Report queries in GraphQL resolvers, tRPC procedures and Next.js server actions too. */
  resolvers: boolean;
  /** Report queries in Next.js server components too. */
  serverComponents: boolean;
}

export const noDbInController = createRule<'queryInController' | 'injectedClient', Options>({
  name: 'no-db-in-controller',
  meta: {
    type: 'suggestion',
    docs: { description: 'Disallow database access from controllers and route handlers', category: 'architecture', preset: 'recommended' },
    messages: {
      queryInController: '`{{ query }}` queries the database from {{ controller }}. Move it to a repository or service, so that the handler only translates between HTTP and your code.',
      injectedClient: '`{{ name }}` hands {{ library }} to controller `{{ controller }}`. Inject a service or repository instead.',
    },
    schema: {
      middleware: { type: 'boolean', description: 'Also report queries in middleware, guards, passport strategies and validators.' },
      resolvers: { type: 'boolean', description: 'Also report queries in GraphQL resolvers, tRPC procedures and Next.js server actions.' },
      serverComponents: { type: 'boolean', description: 'Also report queries in Next.js server components.' },
    },
  },
  defaultOptions: { middleware: false, resolvers: false, serverComponents: false },
  *check(file, options) {
    const reported = new Set<unknown>();
    const calls = [...queries(file).filter((query) => !query.cache && !isOfOwnRepository(file, query)), ...dictatedStatements(file), ...overridingCalls(file)];
    for (const query of calls) {
      const controller = controllerAround(file, query.node, options);
      if (!controller) continue;
      reported.add(controller.owner);
      yield { node: query.node, messageId: 'queryInController', data: { query: query.name, controller: controller.name } };
    }
    for (const client of injectedClients(file, options)) {
      if (reported.has(client.owner)) continue;
      reported.add(client.owner);
      yield { node: client.node, messageId: 'injectedClient', data: { name: client.name, library: client.library.name, controller: client.controller } };
    }
  },
});
