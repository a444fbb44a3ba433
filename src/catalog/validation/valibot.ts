import { all, defineLibrary } from '../vocabulary.js';

export const valibot = defineLibrary({
  name: 'Valibot',
  kind: 'validation',
  packages: ['valibot'],
  versions: '0.31 to 1',
  exports: { default: { type: 'Valibot' } },
  types: {
    Valibot: {
      members: {
        ...all(['string', 'number', 'bigint', 'boolean', 'date', 'any', 'unknown', 'array', 'record', 'tuple', 'union', 'variant', 'intersect', 'lazy', 'custom'], { returns: 'Schema' }),
        ...all(['object', 'looseObject', 'strictObject', 'objectWithRest', 'partial', 'required'], { returns: 'Schema', defines: { fields: [0] } }),
        ...all(['optional', 'nullable', 'nullish', 'exactOptional', 'undefinedable', 'fallback'], { returns: 'Schema', passes: [[0]] }),
        pipe: { returns: 'Schema', passes: [[0], [1], [2], [3], [4], [5], [6]] },
        ...all(['picklist', 'enum', 'enum_', 'literal'], { returns: 'Schema', bounds: [0] }),
        ...all(['maxValue', 'ltValue', 'maxLength', 'value', 'values', 'length', 'check'], { returns: 'Schema', bounds: 'max' }),
        ...all(['minValue', 'minLength', 'integer', 'transform', 'toNumber', 'digits'], { returns: 'Schema' }),
        ...all(['parse', 'parseAsync'], { parses: { input: [1], schema: [0] } }),
        ...all(['safeParse', 'safeParseAsync'], { parses: { input: [1], schema: [0], result: 'output' } }),
      },
    },
    Schema: {},
  },
});
