/** Every rule by name. */
import type { PluginRule } from '#engine';
import { authenticateBeforeAuthorize } from '../../rules/authenticate-before-authorize.js';
import { consistentPermissionFormat } from '../../rules/consistent-permission-format.js';
import { noDbInController } from '../../rules/no-db-in-controller.js';
import { noDoubleResponse } from '../../rules/no-double-response.js';
import { noHardcodedSecret } from '../../rules/no-hardcoded-secret.js';
import { noMassAssignment } from '../../rules/no-mass-assignment.js';
import { noNPlusOne } from '../../rules/no-n-plus-one.js';
import { noOuterClientInTransaction } from '../../rules/no-outer-client-in-transaction.js';
import { noRawErrorResponse } from '../../rules/no-raw-error-response.js';
import { noSensitiveDataInLog } from '../../rules/no-sensitive-data-in-log.js';
import { noSensitiveDataInResponse } from '../../rules/no-sensitive-data-in-response.js';
import { noSharedTokenSecret } from '../../rules/no-shared-token-secret.js';
import { noSideEffectInTransaction } from '../../rules/no-side-effect-in-transaction.js';
import { noStatusMismatch } from '../../rules/no-status-mismatch.js';
import { noSwallowedError } from '../../rules/no-swallowed-error.js';
import { noUnhandledAsyncHandler } from '../../rules/no-unhandled-async-handler.js';
import { noUnhashedPassword } from '../../rules/no-unhashed-password.js';
import { noUnsafeRawQuery } from '../../rules/no-unsafe-raw-query.js';
import { noUnverifiedJwt } from '../../rules/no-unverified-jwt.js';
import { preferAtomicUpdate } from '../../rules/prefer-atomic-update.js';
import { requireCacheInvalidation } from '../../rules/require-cache-invalidation.js';
import { requireCacheTtl } from '../../rules/require-cache-ttl.js';
import { requireJwtExpiry } from '../../rules/require-jwt-expiry.js';
import { requirePaginationCap } from '../../rules/require-pagination-cap.js';
import { requireRateLimit } from '../../rules/require-rate-limit.js';
import { requireRetryBackoff } from '../../rules/require-retry-backoff.js';
import { requireTransaction } from '../../rules/require-transaction.js';
import { structuredLogArguments } from '../../rules/structured-log-arguments.js';
import { validErrorMiddleware } from '../../rules/valid-error-middleware.js';

const byName = {
  'authenticate-before-authorize': authenticateBeforeAuthorize,
  'consistent-permission-format': consistentPermissionFormat,
  'no-db-in-controller': noDbInController,
  'no-double-response': noDoubleResponse,
  'no-hardcoded-secret': noHardcodedSecret,
  'no-mass-assignment': noMassAssignment,
  'no-n-plus-one': noNPlusOne,
  'no-outer-client-in-transaction': noOuterClientInTransaction,
  'no-raw-error-response': noRawErrorResponse,
  'no-sensitive-data-in-log': noSensitiveDataInLog,
  'no-sensitive-data-in-response': noSensitiveDataInResponse,
  'no-shared-token-secret': noSharedTokenSecret,
  'no-side-effect-in-transaction': noSideEffectInTransaction,
  'no-status-mismatch': noStatusMismatch,
  'no-swallowed-error': noSwallowedError,
  'no-unhandled-async-handler': noUnhandledAsyncHandler,
  'no-unhashed-password': noUnhashedPassword,
  'no-unsafe-raw-query': noUnsafeRawQuery,
  'no-unverified-jwt': noUnverifiedJwt,
  'prefer-atomic-update': preferAtomicUpdate,
  'require-cache-invalidation': requireCacheInvalidation,
  'require-cache-ttl': requireCacheTtl,
  'require-jwt-expiry': requireJwtExpiry,
  'require-pagination-cap': requirePaginationCap,
  'require-rate-limit': requireRateLimit,
  'require-retry-backoff': requireRetryBackoff,
  'require-transaction': requireTransaction,
  'structured-log-arguments': structuredLogArguments,
  'valid-error-middleware': validErrorMiddleware,
};

export type KnownRules = typeof byName;
export const rules: Readonly<Record<string, PluginRule>> = byName;
