import { all, defineLibrary } from '../vocabulary.js';

export const ajv = defineLibrary({
  name: 'Ajv',
  kind: 'validation',
  packages: ['ajv', 'ajv/*'],
  versions: '6 to 8',
  exports: { ...all(['default', 'Ajv'], { constructs: 'Ajv', returns: 'Ajv' }), ValidateFunction: { type: 'Validate' } },
  types: {
    Ajv: {
      members: {
        ...all(['compile', 'compileAsync'], { returns: 'Validate', defines: { fields: [0, 'properties'] } }),
        getSchema: { returns: 'Validate' },
        validate: { parses: { input: [1], schema: [0] } },
        ...all(['addSchema', 'addKeyword', 'addFormat', 'addMetaSchema'], { returns: 'this' }),
      },
    },
    Validate: { call: { parses: { input: [0] } } },
  },
});
