import { upstashWorkflow } from '../../../src/catalog/utility/upstash.js';
import type { Declarations } from '../declared.js';

export default { library: upstashWorkflow, modules: ['@upstash/workflow', '@upstash/workflow/nextjs'], types: {} } satisfies Declarations;
