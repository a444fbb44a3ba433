import { all, defineLibrary } from '../vocabulary.js';

const plain = [
  'string', 'number', 'bigint', 'boolean', 'date', 'symbol', 'any', 'unknown', 'never', 'void', 'undefined', 'null', 'nan', 'custom', 'instanceof', 'file',
  'int', 'int32', 'uint32', 'float32', 'float64', 'email', 'uuid', 'url', 'stringbool', 'array', 'set', 'map', 'record', 'tuple', 'union', 'intersection', 'lazy', 'promise', 'function', 'json',
];

const forms = ['number', 'bigint', 'boolean', 'date', 'nan', 'null', 'undefined', 'int', 'int32', 'uint32', 'float32', 'float64', 'email', 'uuid', 'stringbool', 'custom', 'instanceof'];

const validator = { method: 'use', handlers: 0, shape: 'validator' } as const;

export const zod = defineLibrary({
  name: 'Zod',
  kind: 'validation',
  packages: ['zod', 'zod/v3', 'zod/v4', 'zod/v4-mini', 'zod/mini', 'zod/lib', 'nestjs-zod/z', 'astro/zod', 'astro:schema'],
  versions: '3 and 4',
  exports: { default: { type: 'Zod' }, z: { type: 'Zod' }, ...all(['ZodSchema', 'ZodType', 'ZodTypeAny', 'ZodObject', 'AnyZodObject'], { type: 'Schema' }) },
  types: {
    Zod: {
      members: {
        coerce: { type: 'Zod' },
        z: { type: 'Zod' },
        ...all(plain, { returns: 'Schema' }),
        string: { returns: 'Schema', holds: 'scalar' },
        ...all(forms, { returns: 'Schema', holds: 'form' }),
        ...all(['object', 'strictObject'], { returns: 'Schema', defines: { fields: [0] } }),
        looseObject: { returns: 'Schema', defines: { fields: [0] }, opens: true },
        discriminatedUnion: { returns: 'Schema' },
        preprocess: { returns: 'Schema', passes: [[1]] },
        ...all(['optional', 'nullable'], { returns: 'Schema', passes: [[0]] }),
        ...all(['enum', 'nativeEnum', 'literal'], { returns: 'Schema', bounds: [0], holds: 'form' }),
        ...all(['lt', 'lte', 'maximum', 'maxLength'], { bounds: 'max' }),
        ...all(['parse', 'parseAsync'], { parses: { input: [1], schema: [0] } }),
        ...all(['safeParse', 'safeParseAsync'], { parses: { input: [1], schema: [0], result: 'data' } }),
        ...all(['ZodSchema', 'ZodType', 'ZodTypeAny', 'ZodObject', 'AnyZodObject'], { type: 'Schema' }),
      },
    },
    Schema: {
      members: {
        ...all(['max', 'lte', 'lt', 'length', 'negative', 'nonpositive'], { returns: 'this', bounds: 'max' }),
        // A condition of the app's own may well be the bound.
        ...all(['refine', 'superRefine', 'check'], { returns: 'this', bounds: 'max', holds: 'form', route: validator }),
        ...all(['regex', 'email', 'uuid', 'cuid', 'cuid2', 'ulid', 'nanoid', 'datetime', 'ip', 'base64'], { returns: 'this', holds: 'form' }),
        ...all(['extend', 'safeExtend', 'augment'], { returns: 'this', defines: { fields: [0] } }),
        ...all(['merge', 'and', 'or', 'pipe'], { returns: 'this', passes: [[0]] }),
        ...all(['parse', 'parseAsync'], { parses: { input: [0] } }),
        ...all(['safeParse', 'safeParseAsync', 'spa'], { parses: { input: [0], result: 'data' } }),
        ...all(['pick', 'omit', 'partial', 'required', 'strict', 'strip', 'optional', 'nullable', 'nullish', 'default', 'catch', 'min', 'array', 'describe', 'brand', 'readonly'], { returns: 'this' }),
        ...all(['passthrough', 'loose', 'catchall'], { returns: 'this', opens: true }),
        ...all(['int', 'transform'], { returns: 'this', holds: 'form' }),
      },
      any: { returns: 'this' },
    },
  },
  handlers: { validator: { params: [], layer: 'middleware' } },
});
