import { amqplib } from '../../../src/catalog/messaging/brokers.js';
import type { Declarations } from '../declared.js';

export default {
  library: amqplib,
  modules: ['amqplib'],
  types: { Amqp: "typeof import('amqplib')", Connection: "import('amqplib').ChannelModel", Channel: ["import('amqplib').Channel", "import('amqplib').ConfirmChannel"] },
  onlyIn: { default: 'a CommonJS module, as esModuleInterop imports it' },
} satisfies Declarations;
