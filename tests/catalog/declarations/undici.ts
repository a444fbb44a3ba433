import { undici } from '../../../src/catalog/http/clients.js';
import type { Declarations } from '../declared.js';

export default { library: undici, modules: ['undici'], types: {} } satisfies Declarations;
