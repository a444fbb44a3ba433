import { all, defineLibrary } from '../vocabulary.js';

export const superstruct = defineLibrary({
  name: 'Superstruct',
  kind: 'validation',
  packages: ['superstruct'],
  exports: { default: { type: 'Superstruct' } },
  types: {
    Superstruct: {
      members: {
        ...all(['any', 'unknown', 'array', 'record', 'tuple', 'union', 'intersection'], { returns: 'Struct' }),
        string: { returns: 'Struct', holds: 'scalar' },
        ...all(['number', 'integer', 'boolean', 'date', 'bigint'], { returns: 'Struct', holds: 'form' }),
        ...all(['object', 'type', 'partial', 'assign'], { returns: 'Struct', defines: { fields: [0] } }),
        ...all(['optional', 'nullable', 'defaulted', 'coerce', 'min', 'nonempty'], { returns: 'Struct', passes: [[0]] }),
        pattern: { returns: 'Struct', passes: [[0]], holds: 'form' },
        ...all(['max'], { returns: 'Struct', bounds: [1] }),
        size: { returns: 'Struct', bounds: [2] },
        // A condition of the app's own may well be the bound.
        ...all(['refine', 'define'], { returns: 'Struct', bounds: 'max', holds: 'form' }),
        ...all(['enums', 'literal'], { returns: 'Struct', bounds: [0], holds: 'form' }),
        ...all(['create', 'mask', 'assert', 'is', 'validate'], { parses: { input: [0], schema: [1] } }),
      },
    },
    Struct: { members: { ...all(['create', 'mask', 'assert', 'is', 'validate'], { parses: { input: [0] } }) } },
  },
});
