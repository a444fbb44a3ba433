import { fastify } from '../../../src/catalog/frameworks/fastify.js';
import type { Declarations } from '../declared.js';

export default {
  library: fastify,
  modules: ['fastify', '@fastify/sensible'],
  types: {
    Instance: "import('fastify').FastifyInstance",
    Request: "import('fastify').FastifyRequest",
    Reply: "import('fastify').FastifyReply",
    Done: "import('fastify').HookHandlerDoneFunction",
    HttpErrors: "import('fastify').FastifyInstance['httpErrors']",
  },
  unnamed: { Mongo: 'what @fastify/mongodb puts on the server' },
  onlyIn: {
    FastifyPluginAsyncTypebox: '@fastify/type-provider-typebox',
    FastifyPluginCallbackTypebox: '@fastify/type-provider-typebox',
    FastifyPluginAsyncJsonSchemaToTs: '@fastify/type-provider-json-schema-to-ts',
    FastifyPluginCallbackJsonSchemaToTs: '@fastify/type-provider-json-schema-to-ts',
    FastifyPluginAsyncZod: 'fastify-type-provider-zod',
    FastifyPluginCallbackZod: 'fastify-type-provider-zod',
    'Instance.pg': '@fastify/postgres',
    'Instance.mysql': '@fastify/mysql',
    'Instance.redis': '@fastify/redis',
    'Instance.mongo': '@fastify/mongodb',
    'Instance.use': 'fastify 2',
    'Request.file': '@fastify/multipart',
    'Request.files': '@fastify/multipart',
    'Request.parts': '@fastify/multipart',
    'Request.saveRequestFiles': '@fastify/multipart',
    'Reply.view': '@fastify/view',
    'Reply.viewAsync': '@fastify/view',
    'Reply.sendFile': '@fastify/static',
    'Reply.download': '@fastify/static',
  },
} satisfies Declarations;
