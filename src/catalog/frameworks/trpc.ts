import { all, defineLibrary } from '../vocabulary.js';

export const trpc = defineLibrary({
  name: 'tRPC',
  kind: 'framework',
  describedBodies: true,
  packages: ['@trpc/server', '@trpc/server/*'],
  versions: '10 and 11',
  exports: {
    initTRPC: { type: 'Init' },
    TRPCError: { httpError: { body: [[0, 'message']] } },
  },
  types: {
    Init: { members: { context: { returns: 'Init', hangs: { of: 'typeArgument', on: 'Context' } }, meta: { returns: 'Init' }, create: { returns: 'Root', route: { method: '*', handlerSlots: [[0, 'errorFormatter']], shape: 'errorFormatter' } } } },
    Root: {
      members: {
        procedure: { type: 'Procedure' },
        middleware: { route: { method: 'use', handlers: 0, shape: 'middleware' } },
        ...all(['router', 'mergeRouters', 'createCallerFactory'], { harmless: 'puts procedures together' }),
      },
    },
    Procedure: {
      members: {
        output: { returns: 'this', reshapes: true },
        ...all(['input', 'meta', 'concat', 'unstable_concat'], { returns: 'this' }),
        use: { returns: 'this', route: { method: 'use', handlers: 0, shape: 'middleware' } },
        ...all(['query', 'subscription'], { route: { method: 'get', handlers: 0, shape: 'procedure' } }),
        mutation: { route: { method: 'post', handlers: 0, shape: 'procedure' } },
      },
    },
    Options: { members: { ...all(['input', 'rawInput'], { request: 'body' }), ctx: { type: 'Context' } } },
    Failure: { members: { error: { type: 'error' } } },
    Context: {},
  },
  handlers: {
    procedure: { params: ['Options'], returnsBody: true, layer: 'resolver' },
    middleware: { params: ['Options'], layer: 'middleware' },
    errorFormatter: { params: ['Failure'], returnsBody: true, failsAlready: true, layer: 'errorHandler' },
  },
  safeErrors: ['TRPCError'],
});
