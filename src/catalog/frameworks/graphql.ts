import { all, defineLibrary } from '../vocabulary.js';

/** Decorated resolvers, of Nest and of TypeGraphQL; what a client asks for counts as its query. */
export const graphql = defineLibrary({
  name: 'GraphQL',
  kind: 'framework',
  describedBodies: true,
  packages: ['@nestjs/graphql', 'type-graphql', 'graphql', 'apollo-server', 'apollo-server-express', 'apollo-server-core', '@apollo/server', 'apollo-server-errors'],
  exports: {
    Resolver: { decorates: { as: 'resolver' } },
    ...all(['Query', 'Mutation', 'Subscription', 'ResolveField', 'FieldResolver', 'ResolveReference'], { decorates: { as: 'resolver' } }),
    ...all(['Arg', 'Args'], { decorates: { as: 'parameter', request: 'query' } }),
    ...all(['Context', 'Ctx', 'Parent', 'Root', 'Info'], { decorates: { as: 'parameter' } }),
    ...all(['InputType', 'ArgsType', 'ObjectType', 'InterfaceType', 'Field', 'ID', 'Int', 'Float'], { harmless: 'describes a schema' }),
    GqlExecutionContext: { type: 'ExecutionContext' },
    ...all(['GraphQLError', 'ApolloError', 'UserInputError', 'AuthenticationError', 'ForbiddenError'], { httpError: { body: [[0]] } }),
  },
  types: {
    ExecutionContext: { members: { create: { returns: 'ExecutionContext' }, ...all(['getContext', 'getInfo', 'getRoot'], { returns: 'unknown' }), getArgs: { request: 'query' } } },
  },
  resolverObjects: [{ below: ['Query', 'Mutation', 'Subscription'] }, { named: ['resolve', 'subscribe'], beside: ['type'] }],
  safeErrors: ['GraphQLError', 'ApolloError', 'UserInputError', 'AuthenticationError', 'ForbiddenError'],
});
