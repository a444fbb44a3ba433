import { trpc } from '../../../src/catalog/frameworks/trpc.js';
import type { Declarations } from '../declared.js';

export default {
  library: trpc,
  modules: ['@trpc/server'],
  types: {
    Init: "typeof import('@trpc/server').initTRPC",
    Root: "ReturnType<(typeof import('@trpc/server').initTRPC)['create']>",
    Procedure: "ReturnType<(typeof import('@trpc/server').initTRPC)['create']>['procedure']",
  },
  unnamed: { Failure: 'what an error formatter is handed', Options: 'what a resolver is handed', Context: 'what the app hands to its resolvers' },
} satisfies Declarations;
