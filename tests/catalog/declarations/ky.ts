import { ky } from '../../../src/catalog/http/clients.js';
import type { Declarations } from '../declared.js';

export default { library: ky, modules: ['ky'], types: { Ky: "import('ky').KyInstance" } } satisfies Declarations;
