import { type Member, defineLibrary } from '../vocabulary.js';

/** Names of HTTP statuses as packages of constants write them (https://www.iana.org/assignments/http-status-codes). */
const statuses = {
  OK: 200, CREATED: 201, ACCEPTED: 202, NON_AUTHORITATIVE_INFORMATION: 203, NO_CONTENT: 204, RESET_CONTENT: 205, PARTIAL_CONTENT: 206, MULTI_STATUS: 207,
  NOT_MODIFIED: 304,
  BAD_REQUEST: 400, UNAUTHORIZED: 401, PAYMENT_REQUIRED: 402, FORBIDDEN: 403, NOT_FOUND: 404, METHOD_NOT_ALLOWED: 405, NOT_ACCEPTABLE: 406, REQUEST_TIMEOUT: 408,
  CONFLICT: 409, GONE: 410, PRECONDITION_FAILED: 412, UNPROCESSABLE_ENTITY: 422, TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500, NOT_IMPLEMENTED: 501, BAD_GATEWAY: 502, SERVICE_UNAVAILABLE: 503, GATEWAY_TIMEOUT: 504,
};

/** One member for each of those names, some left out. */
export function statusNames(...without: readonly string[]): Record<string, Member> {
  return Object.fromEntries(Object.entries(statuses).filter(([name]) => !without.includes(name)).map(([name, status]) => [name, { status }]));
}

export const httpStatusCodes = defineLibrary({
  name: 'http-status-codes',
  kind: 'utility',
  packages: ['http-status-codes'],
  versions: '1 and 2',
  exports: { ...statusNames(), default: { type: 'Names' }, StatusCodes: { type: 'Names' } },
  types: { Names: { members: statusNames() } },
});

export const httpStatus = defineLibrary({
  name: 'http-status',
  kind: 'utility',
  packages: ['http-status'],
  versions: '1 and 2',
  exports: { default: { type: 'Names' }, status: { type: 'Names' } },
  types: { Names: { members: statusNames() } },
});
