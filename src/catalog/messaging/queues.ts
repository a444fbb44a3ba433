import { all, defineLibrary } from '../vocabulary.js';

const adds = all(['add', 'addBulk'], { effect: 'job' } as const);
const work = { callbacks: [{ at: -1, runs: 'later' }] } as const;

export const bull = defineLibrary({
  name: 'Bull',
  kind: 'messaging',
  packages: ['bull'],
  exports: { default: { type: 'QueueClass' }, Queue: { type: 'Queue' } },
  types: {
    QueueClass: { construct: { returns: 'Queue' }, call: { returns: 'Queue' }, model: { instance: 'Queue' } },
    Queue: { members: { ...adds, ...all(['process', 'on', 'once'], work) } },
  },
});

export const bullmq = defineLibrary({
  name: 'BullMQ',
  kind: 'messaging',
  packages: ['bullmq'],
  exports: { Queue: { constructs: 'Queue' }, FlowProducer: { constructs: 'Queue' }, Worker: work },
  types: { Queue: { members: adds } },
});
