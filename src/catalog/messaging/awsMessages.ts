import { type Effect, all, defineLibrary } from '../vocabulary.js';

/** A command holds what it asks until a client sends it. */
const command = (effect: Effect) => ({ constructs: 'Command', effect } as const);
const client = { Command: { lazy: 'call' }, Client: { members: { send: { runs: [0] } } } } as const;

export const ses = defineLibrary({
  name: 'Amazon SES',
  kind: 'messaging',
  packages: ['@aws-sdk/client-ses', '@aws-sdk/client-sesv2'],
  exports: {
    SESClient: { constructs: 'Client' },
    SES: { constructs: 'Plain' },
    ...all(['SendEmailCommand', 'SendRawEmailCommand', 'SendTemplatedEmailCommand', 'SendBulkTemplatedEmailCommand'], command('mail')),
  },
  types: { ...client, Plain: { extends: 'Client', members: all(['sendEmail', 'sendRawEmail', 'sendTemplatedEmail', 'sendBulkTemplatedEmail'], { effect: 'mail' }) } },
});

export const sns = defineLibrary({
  name: 'Amazon SNS',
  kind: 'messaging',
  packages: ['@aws-sdk/client-sns'],
  exports: { SNSClient: { constructs: 'Client' }, SNS: { constructs: 'Plain' }, ...all(['PublishCommand', 'PublishBatchCommand'], command('message')) },
  types: { ...client, Plain: { extends: 'Client', members: all(['publish', 'publishBatch'], { effect: 'message' }) } },
});

export const sqs = defineLibrary({
  name: 'Amazon SQS',
  kind: 'messaging',
  packages: ['@aws-sdk/client-sqs'],
  exports: { SQSClient: { constructs: 'Client' }, SQS: { constructs: 'Plain' }, ...all(['SendMessageCommand', 'SendMessageBatchCommand'], command('message')) },
  types: { ...client, Plain: { extends: 'Client', members: all(['sendMessage', 'sendMessageBatch'], { effect: 'message' }) } },
});
