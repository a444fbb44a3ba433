import { all, defineLibrary } from '../vocabulary.js';

const later = [{ at: 1, runs: 'later' }] as const;

export const events = defineLibrary({
  name: 'node:events',
  kind: 'utility',
  packages: ['events', 'node:events', 'eventemitter3', 'eventemitter2', '@nestjs/event-emitter'],
  exports: { ...all(['default', 'EventEmitter', 'EventEmitter2'], { constructs: 'EventEmitter', type: 'EventEmitterClass' }) },
  types: {
    EventEmitterClass: { construct: { returns: 'EventEmitter' }, members: { ...all(['EventEmitter', 'EventEmitter2'], { type: 'EventEmitterClass' }) } },
    EventEmitter: {
      members: {
        ...all(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener', 'off', 'removeListener'], { returns: 'this', callbacks: later }),
        ...all(['emit', 'emitAsync'], { harmless: 'emits an event', effect: 'event' }),
        ...all(['removeAllListeners', 'setMaxListeners'], { returns: 'this' }),
        ...all(['listeners', 'listenerCount', 'eventNames'], { harmless: 'reads listeners' }),
      },
    },
  },
});
