import { all, defineLibrary } from '../vocabulary.js';

const message = { effect: 'message' } as const;

export const amqplib = defineLibrary({
  name: 'amqplib',
  kind: 'messaging',
  packages: ['amqplib'],
  exports: { default: { type: 'Amqp' }, ChannelModel: { type: 'Connection' }, ...all(['Channel', 'ConfirmChannel'], { type: 'Channel' }) },
  types: {
    Amqp: { members: { connect: { returns: 'Connection' } } },
    Connection: { members: all(['createChannel', 'createConfirmChannel'], { returns: 'Channel' }) },
    Channel: { members: { ...all(['publish', 'sendToQueue'], message), consume: { callbacks: [{ at: 1, runs: 'later' }] } } },
  },
});

export const kafkajs = defineLibrary({
  name: 'KafkaJS',
  kind: 'messaging',
  packages: ['kafkajs'],
  exports: { Kafka: { constructs: 'Kafka' }, Producer: { type: 'Producer' } },
  types: {
    Kafka: { members: { producer: { returns: 'Producer' } } },
    Producer: { members: { ...all(['send', 'sendBatch'], message), transaction: { returns: 'Producer' } } },
  },
});
