import { type Member, all, defineLibrary } from '../vocabulary.js';

/** The named errors of `http-errors`, which other packages re-export: name → status. */
const statuses = {
  BadRequest: 400, Unauthorized: 401, PaymentRequired: 402, Forbidden: 403, NotFound: 404, MethodNotAllowed: 405, NotAcceptable: 406,
  ProxyAuthenticationRequired: 407, RequestTimeout: 408, Conflict: 409, Gone: 410, LengthRequired: 411, PreconditionFailed: 412,
  PayloadTooLarge: 413, URITooLong: 414, UnsupportedMediaType: 415, RangeNotSatisfiable: 416, ExpectationFailed: 417, ImATeapot: 418,
  MisdirectedRequest: 421, UnprocessableEntity: 422, Locked: 423, FailedDependency: 424, TooEarly: 425, UpgradeRequired: 426, PreconditionRequired: 428,
  TooManyRequests: 429, RequestHeaderFieldsTooLarge: 431, UnavailableForLegalReasons: 451, InternalServerError: 500, NotImplemented: 501,
  BadGateway: 502, ServiceUnavailable: 503, GatewayTimeout: 504, HTTPVersionNotSupported: 505, VariantAlsoNegotiates: 506,
  InsufficientStorage: 507, LoopDetected: 508, BandwidthLimitExceeded: 509, NotExtended: 510, NetworkAuthenticationRequired: 511,
} as const;

/** One member for each of those errors, under a name of the caller's making. */
export function namedErrors(nameOf: (name: string) => string, memberOf: (status: number) => Member): Record<string, Member> {
  return Object.fromEntries(Object.entries(statuses).map(([name, status]) => [nameOf(name), memberOf(status)]));
}

export const httpErrors = defineLibrary({
  name: 'http-errors',
  kind: 'utility',
  packages: ['http-errors'],
  exports: {
    default: { type: 'HttpErrors', httpError: { body: [[0], [1]], status: [0] }, constructs: 'HttpError' },
  },
  types: {
    HttpErrors: {
      members: {
        ...namedErrors((name) => name, (status) => ({ httpError: { body: [[0]], status }, constructs: 'HttpError' })),
        ...all(['HttpError'], { type: 'HttpError' }),
        isHttpError: { harmless: 'a test' },
      },
    },
    HttpError: {},
  },
  safeErrors: ['HttpError'],
});
