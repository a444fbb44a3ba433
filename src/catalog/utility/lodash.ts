import { type Callback, type Library, type Member, all, defineLibrary } from '../vocabulary.js';

const each: readonly Callback[] = [{ at: 1, params: ['element'], runs: 'each' }];
const folded: readonly Callback[] = [{ at: 1, params: [undefined, 'element'], runs: 'each' }];
const iterators = [
  'map', 'forEach', 'each', 'forEachRight', 'eachRight', 'flatMap', 'flatMapDeep', 'filter', 'reject', 'find', 'findLast', 'findIndex', 'some', 'every', 'partition', 'groupBy', 'keyBy', 'indexBy',
  'countBy', 'sortBy', 'orderBy', 'uniqBy', 'sumBy', 'minBy', 'maxBy', 'meanBy', 'mapValues', 'mapKeys', 'forOwn', 'forIn', 'pickBy', 'omitBy', 'findKey', 'dropWhile', 'takeWhile', 'remove', 'times',
];
const folds = ['reduce', 'reduceRight', 'transform'];
const same = ['get', 'omit', 'clone', 'cloneDeep', 'defaultTo', 'toNumber', 'toInteger', 'toString', 'parseInt', 'trim', 'toLower', 'compact', 'castArray', 'first', 'head', 'last'];
const methods: Record<string, Member> = {
  ...all(iterators, { callbacks: each }),
  ...all(folds, { callbacks: folded }),
  ...all(same, { passes: [[0]] }),
  ...all(['toNumber', 'toInteger', 'parseInt'], { passes: [[0]], escapes: true }),
  pick: { passes: [[0]], keeps: [[1], [2], [3], [4], [5], [6], [7], [8]] },
  omit: { passes: [[0]], drops: true },
  ...all(['merge', 'assign', 'extend', 'defaults', 'assignIn'], { merges: true }),
  clamp: { bounds: [-1], escapes: true },
  ...all(['debounce', 'throttle', 'memoize', 'once'], { passes: [[0]], callbacks: [{ at: 0, runs: 'later' }] }),
};
/** In a chain the collection is the receiver. */
const chained: Library['types'] = {
  Chain: {
    members: {
      ...all(iterators, { returns: 'this', callbacks: [{ at: 0, params: ['element'], runs: 'each' }] }),
      ...all(folds, { returns: 'this', callbacks: [{ at: 0, params: [undefined, 'element'], runs: 'each' }] }),
      ...all(['value', 'valueOf', 'commit'], { harmless: 'ends a chain' }),
    },
    any: { returns: 'this' },
  },
};

export const lodash = defineLibrary({
  name: 'Lodash',
  kind: 'utility',
  packages: ['lodash', 'lodash-es', 'underscore', 'es-toolkit', 'es-toolkit/compat'],
  exports: { default: { type: 'Lodash' } },
  types: {
    Lodash: { call: { returns: 'Chain' }, members: { ...methods, chain: { returns: 'Chain' } } },
    ...chained,
  },
});

const modules = (names: readonly string[]) => names.flatMap((name) => [`lodash/${name}`, `lodash/${name}.js`, `lodash-es/${name}`, `lodash.${name.toLowerCase()}`]);

/** One function a module: `import map from 'lodash/map'`. */
export const lodashEach = defineLibrary({ name: 'Lodash', kind: 'utility', packages: modules(iterators), exports: { default: { callbacks: each } }, types: {} });
export const lodashReduce = defineLibrary({ name: 'Lodash', kind: 'utility', packages: modules(folds), exports: { default: { callbacks: folded } }, types: {} });
export const lodashSame = defineLibrary({ name: 'Lodash', kind: 'utility', packages: modules(same.filter((name) => name !== 'omit')), exports: { default: { passes: [[0]] } }, types: {} });
export const lodashPick = defineLibrary({ name: 'Lodash', kind: 'utility', packages: modules(['pick']), exports: { default: { passes: [[0]], keeps: [[1], [2], [3], [4], [5], [6], [7], [8]] } }, types: {} });
export const lodashOmit = defineLibrary({ name: 'Lodash', kind: 'utility', packages: modules(['omit']), exports: { default: { passes: [[0]], drops: true } }, types: {} });
export const lodashCopies = defineLibrary({ name: 'Lodash', kind: 'utility', packages: modules(['merge', 'assign', 'extend', 'defaults']), exports: { default: { merges: true } }, types: {} });
export const lodashClamp = defineLibrary({ name: 'Lodash', kind: 'utility', packages: modules(['clamp']), exports: { default: { bounds: [-1] } }, types: {} });

/** `lodash/fp` and Ramda take the function first. */
export const lodashFp = defineLibrary({
  name: 'lodash/fp',
  kind: 'utility',
  packages: ['lodash/fp', 'ramda'],
  exports: { default: { type: 'Functional' } },
  types: { Functional: { members: { ...all([...iterators, ...folds], { callbacks: [{ at: 0, runs: 'each' }] }), clamp: { bounds: [1] } } } },
});
