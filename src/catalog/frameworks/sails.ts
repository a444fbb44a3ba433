import { type Member, all, defineLibrary } from '../vocabulary.js';

/** An error that is handed over whole goes no further in production (`lib/hooks/responses/defaults`). */
const answer = (status: number): Member => ({ respond: { body: [[0]], how: 'json', status, sends: 'always' }, passesError: [0] });
const lines = all(['silly', 'verbose', 'info', 'debug', 'warn', 'error', 'crit', 'blank'], { logs: { order: 'any' } } satisfies Member);

/** Actions that take a request and a response, and what they answer with. */
export const sails = defineLibrary({
  name: 'Sails',
  kind: 'framework',
  packages: ['sails'],
  versions: '0.11 to 1',
  nestedQuery: true,
  exports: {},
  types: {
    Helpers: { members: { passwords: { type: 'PasswordHelpers' } } },
    /** https://github.com/sailshq/machinepack-passwords: bcrypt, with ten rounds unless it is told otherwise. */
    PasswordHelpers: { members: { hashPassword: { hash: { input: [0], promise: true } }, checkPassword: { verifies: true } } },
    Log: { call: { logs: { order: 'any' } }, members: lines },
    Request: {
      members: {
        ...all(['body', 'allParams'], { request: 'body' }),
        query: { request: 'query' },
        ...all(['params', 'param'], { request: 'params' }),
        ...all(['headers', 'header', 'get'], { request: 'headers' }),
        ...all(['cookies', 'signedCookies'], { request: 'cookies' }),
        file: { request: 'files' },
        ...all(['user', 'me'], { request: 'user' }),
        res: { type: 'Response' },
      },
    },
    Response: {
      members: {
        status: { returns: 'this', setsStatus: [0] },
        statusCode: { setsStatus: [0] },
        ...all(['type', 'set', 'header', 'cookie', 'clearCookie', 'attachment'], { returns: 'this' }),
        ...all(['json', 'jsonp'], { respond: { body: [[0]], how: 'json', sends: 'always' } }),
        send: { respond: { body: [[0]], how: 'text', sends: 'always' } },
        end: { respond: { body: [[0]], how: 'text', sends: 'withBody' } },
        write: { respond: { body: [[0]], how: 'event' } },
        sendStatus: { respond: { body: [], status: [0], how: 'text', sends: 'always' } },
        view: { respond: { body: [[1], [0]], how: 'render', sends: 'always' } },
        redirect: { respond: { body: [[0], [1]], how: 'redirect', sends: 'always' } },
        ok: { respond: { body: [[0]], how: 'json', status: 200, sends: 'always' } },
        created: { respond: { body: [[0]], how: 'json', status: 201, sends: 'always' } },
        badRequest: answer(400),
        forbidden: answer(403),
        notFound: answer(404),
        negotiate: { respond: { body: [], how: 'json', sends: 'always' }, passesError: [0] },
        // Whatever it is given stays with the server in production.
        serverError: { respond: { body: [], how: 'json', status: 500, sends: 'always' }, passesError: [0] },
      },
    },
    Next: { call: { passesError: [0], passesOn: true } },
  },
  handlers: {
    route: { params: ['Request', 'Response', 'Next'], layer: 'controller' },
    middleware: { params: ['Request', 'Response', 'Next'], layer: 'middleware' },
  },
  routeFiles: [
    { path: '/api/controllers/.*Controller\\.[jt]s$', exports: ['*'], shape: 'route', depending: 'sails' },
    { path: '/api/policies/.*\\.[jt]s$', exports: ['default'], shape: 'middleware', depending: 'sails' },
  ],
});

/** Actions that say what they take, and end by one of several exits. https://sailsjs.com/documentation/concepts/actions-and-controllers */
export const sailsActions = defineLibrary({
  name: 'Sails actions',
  kind: 'framework',
  partOf: 'Sails',
  packages: ['machine-as-action', 'machine'],
  exports: {},
  describedBodies: true,
  types: {
    Inputs: { request: 'body' },
    Exits: { any: { respond: { body: [[0]], how: 'json', sends: 'always' }, passesError: [0] } },
  },
  handlers: { action: { params: ['Inputs', 'Exits'], returnsBody: true, describedBy: 'inputs', layer: 'controller' } },
  routeFiles: [{ path: '/api/controllers/.*\\.[jt]s$', exports: ['fn'], shape: 'action', depending: 'sails' }],
});
