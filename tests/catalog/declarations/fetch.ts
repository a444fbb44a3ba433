import { fetch } from '../../../src/catalog/http/clients.js';
import type { Declarations } from '../declared.js';

export default { library: fetch, modules: ['node-fetch'], types: {} } satisfies Declarations;
