/** Every rule by name. */
import type { PluginRule } from '#engine';
import { noDbInController } from '../../rules/no-db-in-controller.js';
import { noDoubleResponse } from '../../rules/no-double-response.js';
import { noNPlusOne } from '../../rules/no-n-plus-one.js';
import { noRawErrorResponse } from '../../rules/no-raw-error-response.js';
import { noSwallowedError } from '../../rules/no-swallowed-error.js';
import { noUnhandledAsyncHandler } from '../../rules/no-unhandled-async-handler.js';
import { noUnhashedPassword } from '../../rules/no-unhashed-password.js';
import { requirePaginationCap } from '../../rules/require-pagination-cap.js';
import { structuredLogArguments } from '../../rules/structured-log-arguments.js';

const byName = {
  'no-db-in-controller': noDbInController,
  'no-double-response': noDoubleResponse,
  'no-n-plus-one': noNPlusOne,
  'no-raw-error-response': noRawErrorResponse,
  'no-swallowed-error': noSwallowedError,
  'no-unhandled-async-handler': noUnhandledAsyncHandler,
  'no-unhashed-password': noUnhashedPassword,
  'require-pagination-cap': requirePaginationCap,
  'structured-log-arguments': structuredLogArguments,
};

export type KnownRules = typeof byName;
export const rules: Readonly<Record<string, PluginRule>> = byName;
