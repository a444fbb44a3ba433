import { qstash } from '../../../src/catalog/utility/upstash.js';
import type { Declarations } from '../declared.js';

export default { library: qstash, modules: ['@upstash/qstash/nextjs'], types: {} } satisfies Declarations;
