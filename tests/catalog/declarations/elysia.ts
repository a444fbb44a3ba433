import { elysia } from '../../../src/catalog/frameworks/elysia.js';
import type { Declarations } from '../declared.js';
import typebox from './typebox.js';

export default {
  library: elysia,
  modules: ['elysia'],
  types: {
    ...typebox.types,
    App: "import('elysia').Elysia",
    Context: "import('elysia').Context",
    Type: [typebox.types.Type, "typeof import('elysia').t"],
  },
  unnamed: { ErrorContext: 'what an error handler is handed' },
  onlyIn: {
    error: 'elysia 1.2',
    'Context.error': 'elysia 1.2',
  },
} satisfies Declarations;
