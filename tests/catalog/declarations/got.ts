import { got } from '../../../src/catalog/http/clients.js';
import type { Declarations } from '../declared.js';

export default { library: got, modules: ['got'], types: { Got: "import('got').Got" } } satisfies Declarations;
