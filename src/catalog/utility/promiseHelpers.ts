import { type Callback, all, defineLibrary } from '../vocabulary.js';

const each: readonly Callback[] = [{ at: 1, params: ['element'], runs: 'each' }];
const attempt: readonly Callback[] = [{ at: 0, runs: 'now' }];

export const pMap = defineLibrary({
  name: 'p-map',
  kind: 'utility',
  packages: ['p-map', 'p-each-series', 'p-map-series', 'p-filter', 'p-props', 'p-every', 'p-some', 'p-locate'],
  exports: { ...all(['default', 'pMapIterable', 'pFilterIterable'], { callbacks: each }) },
  types: {},
});

export const pReduce = defineLibrary({
  name: 'p-reduce',
  kind: 'utility',
  packages: ['p-reduce'],
  exports: { default: { callbacks: [{ at: 1, params: [undefined, 'element'], runs: 'each' }] } },
  types: {},
});

export const pTimes = defineLibrary({
  name: 'p-times',
  kind: 'utility',
  packages: ['p-times'],
  exports: { default: { callbacks: [{ at: 1, runs: 'each' }] } },
  types: {},
});

export const pLimit = defineLibrary({
  name: 'p-limit',
  kind: 'utility',
  packages: ['p-limit', 'promise-limit'],
  exports: { ...all(['default', 'limitFunction'], { returns: 'Limit' }) },
  types: {
    Limit: {
      call: { callbacks: attempt },
      members: { map: { callbacks: each }, clearQueue: { harmless: 'empties the queue' } },
    },
  },
});

export const pQueue = defineLibrary({
  name: 'p-queue',
  kind: 'utility',
  packages: ['p-queue'],
  exports: { default: { constructs: 'Queue' } },
  types: {
    Queue: {
      members: {
        add: { callbacks: attempt },
        ...all(['addAll', 'onIdle', 'onEmpty', 'clear', 'pause', 'start'], { harmless: 'runs what it was given' }),
        on: { callbacks: [{ at: 1, runs: 'later' }] },
      },
    },
  },
});
