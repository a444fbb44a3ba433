import { defineLibrary } from '../vocabulary.js';
import { express } from './express.js';

/** Functions that answer requests as Express does, and those that clients call by name. */
export const firebaseFunctions = defineLibrary({
  name: 'Firebase functions',
  kind: 'framework',
  packages: ['firebase-functions', 'firebase-functions/v2', 'firebase-functions/v2/https', 'firebase-functions/https'],
  versions: '4 to 7',
  exports: {
    https: { type: 'Https' },
    onRequest: { route: { method: '*', handlers: 0 } },
    onCall: { route: { method: '*', handlers: 0, shape: 'call' } },
    HttpsError: { httpError: { body: [[1], [2]] } },
  },
  types: {
    ...express.types,
    Https: { members: { onRequest: { route: { method: '*', handlers: 0 } }, onCall: { route: { method: '*', handlers: 0, shape: 'call' } }, HttpsError: { httpError: { body: [[1], [2]] } } } },
    Call: { members: { data: { request: 'body' }, auth: { request: 'user' } } },
  },
  handlers: { ...express.handlers, call: { params: ['Call'], returnsBody: true, layer: 'controller' } },
  safeErrors: ['HttpsError'],
});
