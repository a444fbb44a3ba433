import { all, defineLibrary } from '../vocabulary.js';

const kinds = ['any', 'string', 'number', 'boolean', 'bool', 'date', 'array', 'binary', 'alternatives', 'alt', 'func', 'symbol', 'lazy', 'link', 'ref'];
const object = { returns: 'Schema', defines: { fields: [0] } } as const;

const validator = { method: 'use', handlers: 0, shape: 'validator' } as const;

export const joi = defineLibrary({
  name: 'Joi',
  kind: 'validation',
  packages: ['joi', '@hapi/joi', 'joi-browser', 'celebrate', '@hapi/joi-date'],
  versions: '10 to 18',
  exports: {
    default: { type: 'Joi' },
    Joi: { type: 'Joi' },
    ...all(['celebrate', 'celebrator'], { returns: 'Schema', defines: { fields: [0] } }),
    ...all(['errors', 'isCelebrateError'], { harmless: 'a middleware' }),
    ...all(['Schema', 'ObjectSchema', 'AnySchema'], { type: 'Schema' }),
  },
  types: {
    Joi: {
      members: {
        ...all(kinds, { returns: 'Schema' }),
        string: { returns: 'Schema', holds: 'scalar' },
        ...all(['number', 'boolean', 'bool', 'date'], { returns: 'Schema', holds: 'form' }),
        ...all(['object', 'compile'], object),
        ...all(['valid', 'equal'], { returns: 'Schema', bounds: [0], holds: 'form' }),
        ...all(['extend', 'defaults'], { returns: 'Joi' }),
        validate: { parses: { input: [0], schema: [1], result: 'value' } },
        ...all(['attempt'], { parses: { input: [0], schema: [1] } }),
        assert: { parses: { input: [0], schema: [1] } },
        ...all(['Schema', 'ObjectSchema', 'AnySchema'], { type: 'Schema' }),
        ...all(['isError', 'isSchema'], { harmless: 'a test' }),
      },
    },
    Schema: {
      members: {
        ...all(['max', 'less', 'length', 'negative'], { returns: 'this', bounds: 'max' }),
        ...all(['valid', 'equal', 'only'], { returns: 'this', bounds: 'max', holds: 'form' }),
        ...all(['pattern', 'regex', 'guid', 'uuid', 'alphanum', 'token', 'hex', 'isoDate', 'email', 'ip', 'base64'], { returns: 'this', holds: 'form' }),
        // A condition of the app's own may well be the bound.
        ...all(['custom', 'external'], { returns: 'this', bounds: 'max', holds: 'form', route: validator }),
        ...all(['keys', 'append'], { returns: 'this', defines: { fields: [0] } }),
        ...all(['concat', 'try'], { returns: 'this', passes: [[0]] }),
        validate: { parses: { input: [0], result: 'value' } },
        unknown: { returns: 'this', opens: true },
        validateAsync: { parses: { input: [0] } },
        ...all(['min', 'integer', 'positive', 'required', 'optional', 'default', 'allow', 'items', 'when', 'options', 'prefs', 'preferences'], { returns: 'this' }),
      },
      any: { returns: 'this' },
    },
  },
  handlers: { validator: { params: [], layer: 'middleware' } },
});
