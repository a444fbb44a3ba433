import { all, defineLibrary } from '../vocabulary.js';

/** Decorated resolvers, of Nest and of TypeGraphQL; what a client asks for counts as its query. */
export const graphql = defineLibrary({
  name: 'GraphQL',
  kind: 'framework',
  describedBodies: true,
  packages: ['@nestjs/graphql', 'type-graphql', 'graphql', 'apollo-server', 'apollo-server-express', 'apollo-server-core', '@apollo/server', '@apollo/server/*', 'apollo-server-errors', '@nestjs/apollo', 'graphql-yoga'],
  exports: {
    Resolver: { decorates: { as: 'resolver' } },
    ...all(['Query', 'Mutation', 'Subscription', 'ResolveField', 'FieldResolver', 'ResolveReference'], { decorates: { as: 'resolver' } }),
    ...all(['Arg', 'Args'], { decorates: { as: 'parameter', request: 'query' } }),
    ...all(['Context', 'Ctx', 'Parent', 'Root', 'Info'], { decorates: { as: 'parameter' } }),
    ...all(['InputType', 'ArgsType', 'ObjectType', 'InterfaceType', 'Field', 'ID', 'Int', 'Float'], { harmless: 'describes a schema' }),
    GqlExecutionContext: { type: 'ExecutionContext' },
    ApolloServer: { route: { method: '*', handlerSlots: [[0, 'formatError']], shape: 'errorFormatter' } },
    GraphQLModule: { type: 'Module' },
    ...all(['createYoga', 'useMaskedErrors'], { route: { method: '*', handlerSlots: [[0, 'maskedErrors', 'maskError'], [0, 'maskError']], shape: 'errorMask' } }),
    unwrapResolverError: { passes: [[0]] },
    GraphQLError: { httpError: { body: [[0], [1, 'extensions']] } },
    ApolloError: { httpError: { body: [[0], [2]] } },
    ...all(['UserInputError', 'AuthenticationError', 'ForbiddenError'], { httpError: { body: [[0], [1]] } }),
  },
  types: {
    Module: { members: { forRoot: { route: { method: '*', handlerSlots: [[0, 'formatError']], shape: 'errorFormatter' } } } },
    Arguments: { request: 'query' },
    ExecutionContext: { members: { create: { returns: 'ExecutionContext' }, ...all(['getContext', 'getInfo', 'getRoot'], { returns: 'unknown' }), getArgs: { request: 'query' } } },
  },
  handlers: {
    resolver: { params: ['unknown', 'Arguments'], returnsBody: 'fields', layer: 'resolver' },
    resolverMethod: { params: [], returnsBody: 'fields', layer: 'resolver' },
    // https://pothos-graphql.dev/docs/plugins/prisma/without-a-plugin#prismafield
    prismaResolver: { params: ['unknown', 'unknown', 'Arguments'], returnsBody: 'fields', layer: 'resolver' },
    // The first parameter is what would be sent anyway: its text is the library's own choice.
    errorFormatter: { params: [undefined, 'error'], returnsBody: true, failsAlready: true, layer: 'errorHandler' },
    errorMask: { params: ['error'], returnsBody: true, failsAlready: true, layer: 'errorHandler' },
  },
  resolverObjects: [
    { below: ['Query', 'Mutation', 'Subscription'], shape: 'resolver', depending: 'graphql' },
    { named: ['resolve'], given: ['prismaField', 'prismaConnection', 'prismaFieldWithInput'], shape: 'prismaResolver', depending: '@pothos/core' },
    { named: ['resolve', 'subscribe'], beside: ['type', 'args'], shape: 'resolver', depending: 'graphql' },
  ],
  safeErrors: ['GraphQLError', 'ApolloError', 'UserInputError', 'AuthenticationError', 'ForbiddenError'],
});
