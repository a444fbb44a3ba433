import { all, defineLibrary } from '../vocabulary.js';
import { typebox } from '../validation/typebox.js';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'] as const;
const hook = { returns: 'this', route: { method: 'use', handlers: 0, shape: 'middleware' } } as const;

export const elysia = defineLibrary({
  name: 'Elysia',
  kind: 'framework',
  describedBodies: true,
  packages: ['elysia'],
  versions: '1',
  exports: {
    ...all(['default', 'Elysia'], { constructs: 'App' }),
    Context: { type: 'Context' },
    t: { type: 'Type' },
    ...all(['error', 'status'], { respond: { body: [[1]], status: [0], how: 'json' } }),
    redirect: { respond: { body: [[0]], how: 'redirect' } },
  },
  types: {
    ...typebox.types,
    App: {
      members: {
        ...Object.fromEntries(verbs.map((verb) => [verb, { returns: 'this', route: { method: verb, path: [0] as const, handlers: 1, schema: [[2]] as const, answers: [[2, 'response']] as const } }])),
        ...all(['derive', 'resolve', 'onRequest', 'onParse', 'onTransform', 'onBeforeHandle', 'onAfterHandle', 'mapResponse'], hook),
        onError: { returns: 'this', route: { method: '*', handlers: 0, shape: 'errorHandler' } },
        ...all(['group', 'guard'], { returns: 'this', callbacks: [{ at: 1, params: ['App'], runs: 'now' }] }),
        decorate: { returns: 'this', hangs: { name: [0], value: [1], on: 'Context' } },
        ...all(['use', 'state', 'model', 'macro', 'mount', 'onStart', 'onStop', 'trace'], { returns: 'this' }),
        ...all(['listen', 'handle', 'stop'], { harmless: 'starts or stops the server' }),
      },
    },
    Context: {
      members: {
        body: { request: 'body' },
        query: { request: 'query' },
        params: { request: 'params' },
        headers: { request: 'headers' },
        cookie: { request: 'cookies' },
        ...all(['error', 'status'], { respond: { body: [[1]], status: [0], how: 'json' } }),
        redirect: { respond: { body: [[0]], how: 'redirect' } },
      },
    },
    ErrorContext: { members: { error: { type: 'error' }, ...all(['body', 'query', 'params', 'headers'], { request: 'whole' }), status: { respond: { body: [[1]], status: [0], how: 'json' } } } },
  },
  handlers: {
    route: { params: ['Context'], returnsBody: true, layer: 'controller' },
    middleware: { params: ['Context'], layer: 'middleware' },
    errorHandler: { params: ['ErrorContext'], returnsBody: true, layer: 'errorHandler' },
  },
});
