import { type Callback, all, defineLibrary } from '../vocabulary.js';

const attempt: readonly Callback[] = [{ at: 0, runs: 'now' }];

/** All of these wait longer from one attempt to the next, unless they are told otherwise. */
export const pRetry = defineLibrary({
  name: 'p-retry',
  kind: 'retry',
  packages: ['p-retry', 'async-retry', 'exponential-backoff', 'promise-retry', 'ts-retry-promise'],
  exports: { ...all(['default', 'backOff', 'retry'], { callbacks: attempt }), AbortError: { harmless: 'ends the attempts' } },
  types: {},
});

export const retryLibrary = defineLibrary({
  name: 'retry',
  kind: 'retry',
  packages: ['retry'],
  versions: '0.6 to 0.13',
  exports: { operation: { returns: 'Operation' } },
  types: {
    Operation: {
      members: {
        attempt: { callbacks: attempt },
        retry: { harmless: 'waits, and starts the next attempt' },
      },
    },
  },
});

export const axiosRetry = defineLibrary({
  name: 'axios-retry',
  kind: 'retry',
  packages: ['axios-retry'],
  versions: '3 and 4',
  exports: { default: { harmless: 'tries requests of a client again' } },
  types: {},
});

export const cockatiel = defineLibrary({
  name: 'cockatiel',
  kind: 'retry',
  packages: ['cockatiel'],
  exports: { ...all(['retry', 'circuitBreaker', 'timeout', 'bulkhead', 'fallback', 'wrap'], { returns: 'Policy' }), ...all(['handleAll', 'handleType', 'handleWhen'], { harmless: 'a condition' }) },
  types: { Policy: { members: { execute: { callbacks: attempt } } } },
});
