import { all, defineLibrary } from '../vocabulary.js';

const validator = { method: 'use', handlers: 0, shape: 'validator' } as const;

export const expressValidator = defineLibrary({
  name: 'express-validator',
  kind: 'validation',
  packages: ['express-validator', 'express-validator/check', 'express-validator/filter', 'express-validator/src/*'],
  versions: '5 to 7',
  exports: {
    // The first argument names the field (or fields) of the request.
    ...all(['check', 'body', 'query', 'param', 'header', 'cookie'], { returns: 'Chain', names: [0] }),
    ...all(['buildCheckFunction', 'oneOf'], { returns: 'Chain' }),
    ...all(['sanitize', 'sanitizeBody', 'sanitizeQuery', 'sanitizeParam', 'sanitizeCookie'], { returns: 'Chain' }),
    checkSchema: { defines: { fields: [0] } },
    validationResult: { returns: 'Result' },
    matchedData: { request: 'whole' },
  },
  types: {
    Chain: {
      members: {
        ...all(['isInt', 'isFloat'], { returns: 'this', bounds: [0, 'max'], holds: 'form' }),
        ...all(['isLength', 'isByteLength'], { returns: 'this', bounds: [0, 'max'] }),
        ...all(['isIn', 'equals'], { returns: 'this', bounds: [0], holds: 'form' }),
        contains: { returns: 'this', bounds: [0] },
        ...all(['isString', 'trim', 'toString', 'toLowerCase', 'toUpperCase', 'normalizeEmail', 'isURL', 'isStrongPassword'], { returns: 'this', holds: 'scalar' }),
        ...all(
          ['isEmail', 'toInt', 'toFloat', 'toBoolean', 'toDate', 'escape', 'isNumeric', 'isDecimal', 'isUUID', 'isMongoId', 'isBoolean', 'isDate', 'isISO8601', 'isAlpha', 'isAlphanumeric', 'isHexadecimal', 'isSlug', 'matches', 'whitelist'],
          { returns: 'this', holds: 'form' },
        ),
        // A condition of the app's own may well be the bound.
        custom: { returns: 'this', bounds: 'max', holds: 'form', callbacks: [{ at: 0, runs: 'later' }], route: validator },
        customSanitizer: { returns: 'this', holds: 'form', callbacks: [{ at: 0, runs: 'later' }], route: validator },
        ...all(['optional', 'exists', 'notEmpty', 'withMessage', 'not', 'isEmpty', 'bail', 'if', 'default'], { returns: 'this' }),
        run: { harmless: 'validates' },
      },
      any: { returns: 'this' },
    },
    /** Its mistakes are made for the client. */
    Result: { members: { ...all(['array', 'mapped', 'isEmpty', 'throw', 'formatWith'], { returns: 'Result', harmless: 'a list of mistakes' }) } },
  },
  handlers: { validator: { params: [], layer: 'middleware' } },
});
