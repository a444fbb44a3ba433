import { kafkajs } from '../../../src/catalog/messaging/brokers.js';
import type { Declarations } from '../declared.js';

export default { library: kafkajs, modules: ['kafkajs'], types: { Kafka: "import('kafkajs').Kafka", Producer: "import('kafkajs').Producer" } } satisfies Declarations;
