import { bullmq } from '../../../src/catalog/messaging/queues.js';
import type { Declarations } from '../declared.js';

export default { library: bullmq, modules: ['bullmq'], types: { Queue: ["import('bullmq').Queue", "import('bullmq').FlowProducer"] } } satisfies Declarations;
