import { all, defineLibrary } from '../vocabulary.js';

const kinds = ['String', 'Boolean', 'Null', 'Any', 'Unknown', 'Array', 'Record', 'Tuple', 'Union', 'Intersect', 'Date', 'Unsafe', 'Ref', 'Recursive'];

export const typebox = defineLibrary({
  name: 'TypeBox',
  kind: 'validation',
  packages: ['@sinclair/typebox', '@sinclair/typebox/*', 'typebox', 'typebox/*', '@fastify/type-provider-typebox'],
  versions: '0.2x to 1',
  // Of @fastify/type-provider-typebox.
  reexports: { FastifyPluginAsyncTypebox: 'fastify', FastifyPluginCallbackTypebox: 'fastify' },
  exports: {
    ...all(['default', 'Type'], { type: 'Type' }),
    Value: { type: 'Value' },
    TypeCompiler: { type: 'Compiler' },
  },
  types: {
    Type: {
      members: {
        ...all(kinds, { returns: 'Schema' }),
        String: { returns: 'Schema', holds: 'scalar' },
        ...all(['Boolean', 'Null', 'Date', 'Unsafe', 'Transform'], { returns: 'Schema', holds: 'form' }),
        ...all(['Number', 'Integer', 'BigInt'], { returns: 'Schema', bounds: [0, 'maximum'], holds: 'form' }),
        ...all(['Literal', 'Enum'], { returns: 'Schema', bounds: [0], holds: 'form' }),
        Object: { returns: 'Schema', defines: { fields: [0] } },
        ...all(['Optional', 'Readonly', 'Partial', 'Required', 'Pick', 'Omit', 'Composite'], { returns: 'Schema', passes: [[0]] }),
        Numeric: { returns: 'Schema', bounds: [0, 'maximum'], holds: 'form' },
      },
    },
    Schema: {},
    Value: {
      members: {
        ...all(['Parse', 'Decode', 'Cast', 'Convert', 'Clean'], { parses: { input: [1], schema: [0] } }),
        ...all(['Check', 'Assert'], { parses: { input: [1], schema: [0] } }),
      },
    },
    Compiler: { members: { Compile: { returns: 'Compiled', defines: { fields: [0] } } } },
    Compiled: { members: { ...all(['Check', 'Decode'], { parses: { input: [0] } }) } },
  },
});
