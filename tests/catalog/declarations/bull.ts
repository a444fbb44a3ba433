import { bull } from '../../../src/catalog/messaging/queues.js';
import type { Declarations } from '../declared.js';

export default { library: bull, modules: ['bull'], types: { QueueClass: "typeof import('bull')", Queue: "import('bull').Queue" } } satisfies Declarations;
