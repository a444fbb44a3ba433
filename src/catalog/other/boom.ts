import { type Member, all, defineLibrary } from '../vocabulary.js';

const statuses = {
  badRequest: 400, unauthorized: 401, paymentRequired: 402, forbidden: 403, notFound: 404, methodNotAllowed: 405, notAcceptable: 406,
  proxyAuthRequired: 407, clientTimeout: 408, conflict: 409, resourceGone: 410, lengthRequired: 411, preconditionFailed: 412, entityTooLarge: 413,
  uriTooLong: 414, unsupportedMediaType: 415, rangeNotSatisfiable: 416, expectationFailed: 417, teapot: 418, badData: 422, locked: 423,
  failedDependency: 424, tooEarly: 425, preconditionRequired: 428, tooManyRequests: 429, illegal: 451,
  internal: 500, badImplementation: 500, notImplemented: 501, badGateway: 502, serverUnavailable: 503, gatewayTimeout: 504,
};

export const boom = defineLibrary({
  name: 'Boom',
  kind: 'utility',
  packages: ['@hapi/boom', 'boom'],
  exports: { default: { type: 'Boom' } },
  types: {
    Boom: {
      construct: { returns: 'BoomError', httpError: { body: [[0]], status: [1, 'statusCode'], masks5xx: true } },
      members: {
        ...Object.fromEntries(Object.entries(statuses).map(([name, status]) => [name, { returns: 'BoomError', httpError: { body: [[0]], status, masks5xx: true } } satisfies Member])),
        Boom: { constructs: 'BoomError', httpError: { body: [[0]], status: [1, 'statusCode'], masks5xx: true } },
        create: { returns: 'BoomError', httpError: { body: [[1]], status: [0], masks5xx: true } },
        ...all(['boomify', 'wrap'], { returns: 'BoomError', harmless: 'passes an error on' }),
        isBoom: { harmless: 'a test' },
      },
    },
    BoomError: {},
  },
  safeErrors: ['Boom'],
});
