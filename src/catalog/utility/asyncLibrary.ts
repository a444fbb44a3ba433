import { type Callback, all, defineLibrary } from '../vocabulary.js';

const iterating = (at: number, element = 0): readonly Callback[] => [
  { at, params: [...Array<undefined>(element).fill(undefined), 'element'], runs: 'each' },
  { at: at + 1, params: ['error', 'unknown'], runs: 'now' },
];
const plain = ['each', 'forEach', 'eachSeries', 'forEachSeries', 'eachOf', 'eachOfSeries', 'forEachOf', 'forEachOfSeries', 'map', 'mapSeries', 'mapValues', 'mapValuesSeries', 'filter', 'filterSeries', 'select', 'reject', 'rejectSeries', 'detect', 'detectSeries', 'some', 'someSeries', 'every', 'everySeries', 'concat', 'concatSeries', 'groupBy', 'groupBySeries', 'sortBy', 'times', 'timesSeries'];
const limited = ['eachLimit', 'forEachLimit', 'eachOfLimit', 'forEachOfLimit', 'mapLimit', 'mapValuesLimit', 'filterLimit', 'rejectLimit', 'detectLimit', 'someLimit', 'everyLimit', 'concatLimit', 'groupByLimit', 'timesLimit'];

export const asyncLibrary = defineLibrary({
  name: 'async',
  kind: 'utility',
  packages: ['async', 'neo-async'],
  versions: '1 to 3',
  exports: { default: { type: 'Async' } },
  types: {
    Async: {
      members: {
        ...all(plain, { callbacks: iterating(1) }),
        ...all(limited, { callbacks: iterating(2) }),
        ...all(['reduce', 'reduceRight', 'inject', 'foldl'], { callbacks: iterating(2, 1) }),
        transform: { callbacks: iterating(2, 1) },
        ...all(['series', 'parallel', 'waterfall', 'auto', 'race'], { callbacks: [{ at: 1, params: ['error', 'unknown'], runs: 'now' }] }),
        parallelLimit: { callbacks: [{ at: 2, params: ['error', 'unknown'], runs: 'now' }] },
        retry: { callbacks: [{ at: 0, runs: 'now' }, { at: 1, runs: 'now' }, { at: 2, params: ['error', 'unknown'], runs: 'now' }] },
        ...all(['queue', 'priorityQueue', 'cargo'], { callbacks: [{ at: 0, runs: 'later' }] }),
        ...all(['asyncify', 'reflect', 'memoize'], { passes: [[0]] }),
      },
    },
  },
});
