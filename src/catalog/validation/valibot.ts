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
        string: { returns: 'Schema', holds: 'scalar' },
        ...all(['number', 'bigint', 'boolean', 'date'], { returns: 'Schema', holds: 'form' }),
        ...all(['any', 'unknown', 'array', 'record', 'tuple', 'union', 'variant', 'intersect', 'lazy', 'custom'], { returns: 'Schema' }),
        ...all(['object', 'strictObject', 'partial', 'required'], { returns: 'Schema', defines: { fields: [0] } }),
        ...all(['looseObject', 'objectWithRest'], { returns: 'Schema', defines: { fields: [0] }, opens: true }),
        ...all(['optional', 'nullable', 'nullish', 'exactOptional', 'undefinedable', 'fallback'], { returns: 'Schema', passes: [[0]] }),
        pipe: { returns: 'Schema', passes: [[0], [1], [2], [3], [4], [5], [6]] },
        ...all(['picklist', 'enum', 'enum_', 'literal'], { returns: 'Schema', bounds: [0], holds: 'form' }),
        ...all(['maxValue', 'ltValue', 'maxLength', 'value', 'values', 'length'], { returns: 'Schema', bounds: 'max' }),
        check: { returns: 'Schema', bounds: 'max', holds: 'form' },
        ...all(['regex', 'uuid', 'email', 'isoDate', 'isoDateTime', 'isoTimestamp', 'cuid2', 'ulid', 'hexadecimal', 'ip'], { returns: 'Schema', holds: 'form' }),
        ...all(['minValue', 'minLength'], { returns: 'Schema' }),
        ...all(['integer', 'transform', 'toNumber', 'digits'], { returns: 'Schema', holds: 'form' }),
        ...all(['parse', 'parseAsync'], { parses: { input: [1], schema: [0] } }),
        ...all(['safeParse', 'safeParseAsync'], { parses: { input: [1], schema: [0], result: 'output' } }),
      },
    },
    Schema: {},
  },
});
