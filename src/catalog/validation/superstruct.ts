import { all, defineLibrary } from '../vocabulary.js';

export const superstruct = defineLibrary({
  name: 'Superstruct',
  kind: 'validation',
  packages: ['superstruct'],
  exports: { default: { type: 'Superstruct' } },
  types: {
    Superstruct: {
      members: {
        ...all(['string', 'number', 'integer', 'boolean', 'date', 'any', 'unknown', 'array', 'record', 'tuple', 'union', 'intersection', 'bigint'], { returns: 'Struct' }),
        ...all(['object', 'type', 'partial', 'assign'], { returns: 'Struct', defines: { fields: [0] } }),
        ...all(['optional', 'nullable', 'defaulted', 'coerce', 'min', 'nonempty', 'pattern'], { returns: 'Struct', passes: [[0]] }),
        ...all(['max'], { returns: 'Struct', bounds: [1] }),
        size: { returns: 'Struct', bounds: [2] },
        // A condition of the app's own may well be the bound.
        ...all(['refine', 'define'], { returns: 'Struct', bounds: 'max' }),
        ...all(['enums', 'literal'], { returns: 'Struct', bounds: [0] }),
        ...all(['create', 'mask', 'assert', 'is', 'validate'], { parses: { input: [0], schema: [1] } }),
      },
    },
    Struct: { members: { ...all(['create', 'mask', 'assert', 'is', 'validate'], { parses: { input: [0] } }) } },
  },
});
