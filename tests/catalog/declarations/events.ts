import { events } from '../../../src/catalog/utility/events.js';
import type { Declarations } from '../declared.js';

export default {
  library: events,
  modules: ['node:events'],
  types: { EventEmitterClass: "typeof import('node:events')", EventEmitter: "import('node:events').EventEmitter" },
  onlyIn: {
    EventEmitter2: 'eventemitter2',
    'EventEmitterClass.EventEmitter2': 'eventemitter2',
    'EventEmitter.emitAsync': 'eventemitter2',
  },
} satisfies Declarations;
