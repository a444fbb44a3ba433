import { all, defineLibrary } from '../vocabulary.js';

export const ioTs = defineLibrary({
  name: 'io-ts',
  kind: 'validation',
  packages: ['io-ts', 'io-ts-types'],
  exports: { default: { type: 'IoTs' } },
  types: {
    IoTs: {
      members: {
        unknown: { type: 'Codec' },
        string: { type: 'Codec', holds: 'scalar' },
        ...all(['number', 'boolean', 'Int'], { type: 'Codec', holds: 'form' }),
        ...all(['array', 'record', 'union', 'intersection', 'tuple'], { returns: 'Codec' }),
        ...all(['type', 'partial', 'strict'], { returns: 'Codec', defines: { fields: [0] } }),
        ...all(['exact', 'readonly'], { returns: 'Codec', passes: [[0]] }),
        ...all(['literal', 'keyof'], { returns: 'Codec', bounds: [0], holds: 'form' }),
        // A condition of the app's own may well be the bound.
        ...all(['brand', 'refinement'], { returns: 'Codec', bounds: 'max', holds: 'form' }),
      },
    },
    Codec: { members: { decode: { parses: { input: [0], result: 'right' } }, pipe: { returns: 'this', passes: [[0]] }, is: { harmless: 'a test' } } },
  },
});
