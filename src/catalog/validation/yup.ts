import { all, defineLibrary } from '../vocabulary.js';

export const yup = defineLibrary({
  name: 'Yup',
  kind: 'validation',
  packages: ['yup'],
  versions: '0.2x and 1',
  exports: { default: { type: 'Yup' } },
  types: {
    Yup: {
      members: {
        ...all(['mixed', 'array', 'tuple', 'lazy'], { returns: 'Schema' }),
        string: { returns: 'Schema', holds: 'scalar' },
        ...all(['number', 'boolean', 'bool', 'date'], { returns: 'Schema', holds: 'form' }),
        object: { returns: 'Schema', defines: { fields: [0] } },
        ...all(['ref', 'addMethod', 'setLocale'], { harmless: 'a helper' }),
      },
    },
    Schema: {
      members: {
        ...all(['max', 'lessThan', 'length', 'negative'], { returns: 'this', bounds: 'max' }),
        ...all(['oneOf', 'equals'], { returns: 'this', bounds: 'max', holds: 'form' }),
        ...all(['matches', 'uuid', 'datetime', 'email'], { returns: 'this', holds: 'form' }),
        // A condition of the app's own may well be the bound.
        test: { returns: 'this', bounds: 'max', holds: 'form', route: { method: 'use', handlers: 0, shape: 'validator' } },
        shape: { returns: 'this', defines: { fields: [0] } },
        concat: { returns: 'this', passes: [[0]] },
        ...all(['validate', 'validateSync', 'cast'], { parses: { input: [0] } }),
        ...all(['isValid', 'isValidSync'], { harmless: 'a test' }),
        ...all(['min', 'integer', 'positive', 'required', 'default', 'nullable', 'transform', 'when', 'noUnknown'], { returns: 'this' }),
      },
      any: { returns: 'this' },
    },
  },
  handlers: { validator: { params: [], layer: 'middleware' } },
});
