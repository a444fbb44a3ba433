import { type Callback, all, defineLibrary } from '../vocabulary.js';

const each = (at: number): readonly Callback[] => [{ at, params: ['element'], runs: 'each' }];
const folded = (at: number): readonly Callback[] => [{ at, params: [undefined, 'element'], runs: 'each' }];
const iterators = ['map', 'each', 'mapSeries', 'filter'];

export const bluebird = defineLibrary({
  name: 'Bluebird',
  kind: 'utility',
  packages: ['bluebird'],
  versions: '2 and 3',
  exports: { default: { type: 'Bluebird' }, Promise: { type: 'Bluebird' } },
  types: {
    Bluebird: {
      construct: { callbacks: [{ at: 0, runs: 'now' }] },
      members: {
        ...all(iterators, { callbacks: each(1) }),
        reduce: { callbacks: folded(1) },
        ...all(['try', 'attempt'], { callbacks: [{ at: 0, runs: 'now' }] }),
        ...all(['resolve', 'cast', 'all', 'props', 'any', 'some', 'race'], { passes: [[0]] }),
        ...all(['promisify', 'promisifyAll', 'method', 'coroutine'], { passes: [[0]] }),
        ...all(['delay', 'reject', 'config'], { harmless: 'a helper' }),
      },
    },
  },
});
