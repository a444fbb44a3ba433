import { all, defineLibrary } from '../vocabulary.js';

/** Server actions of Next.js that are made by a client with schemas and middleware: https://next-safe-action.dev/docs */
export const nextSafeAction = defineLibrary({
  name: 'next-safe-action',
  kind: 'framework',
  describedBodies: true,
  packages: ['next-safe-action'],
  versions: '7 and 8',
  exports: {
    createSafeActionClient: { returns: 'Client', route: { method: '*', handlerSlots: [[0, 'handleServerError']], shape: 'errorHandler' } },
    returnValidationErrors: { harmless: 'ends an action with texts of the app' },
  },
  types: {
    Client: {
      members: {
        use: { returns: 'this', route: { method: 'use', handlers: 0, shape: 'middleware' } },
        outputSchema: { returns: 'this', reshapes: true },
        ...all(['schema', 'inputSchema', 'bindArgsSchemas', 'metadata'], { returns: 'this' }),
        ...all(['action', 'stateAction'], { route: { method: 'post', handlers: 0, shape: 'action' } }),
      },
    },
    Options: { members: { ...all(['parsedInput', 'clientInput', 'bindArgsParsedInputs', 'bindArgsClientInputs'], { request: 'body' }), ctx: { type: 'unknown' } } },
  },
  handlers: {
    action: { params: ['Options'], returnsBody: true, layer: 'resolver' },
    middleware: { params: ['unknown'], layer: 'middleware' },
    // What it returns is what the client is told of any error: https://next-safe-action.dev/docs/define-actions/create-the-client#handleservererror
    errorHandler: { params: ['error'], returnsBody: true, failsAlready: true, layer: 'errorHandler' },
  },
});
