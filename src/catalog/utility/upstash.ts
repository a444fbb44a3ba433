import { all, type Callback, defineLibrary } from '../vocabulary.js';

/** QStash calls the route, and the function is a job of its own: it is given the work, and nobody waits for its answer. */
const job: readonly Callback[] = [{ at: 0, runs: 'later' }];

export const upstashWorkflow = defineLibrary({
  name: 'Upstash Workflow',
  kind: 'utility',
  packages: ['@upstash/workflow', '@upstash/workflow/*'],
  exports: all(['serve', 'createWorkflow'], { callbacks: job }),
  types: {},
});

export const qstash = defineLibrary({
  name: 'QStash',
  kind: 'utility',
  packages: ['@upstash/qstash', '@upstash/qstash/*'],
  exports: { ...all(['verifySignature', 'verifySignatureAppRouter', 'verifySignatureEdge'], { callbacks: job }), Client: { constructs: 'Client' }, Receiver: { constructs: 'Receiver' } },
  types: { Client: { members: { ...all(['publish', 'publishJSON', 'batch', 'batchJSON'], { effect: 'job' }), queue: { returns: 'Queue' } } }, Queue: { members: all(['enqueue', 'enqueueJSON'], { effect: 'job' }) }, Receiver: { members: { verify: { checksSender: true } } } },
});
