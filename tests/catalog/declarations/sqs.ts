import { sqs } from '../../../src/catalog/messaging/awsMessages.js';
import type { Declarations } from '../declared.js';

export default {
  library: sqs,
  modules: ['@aws-sdk/client-sqs'],
  types: { Client: "import('@aws-sdk/client-sqs').SQSClient", Plain: "import('@aws-sdk/client-sqs').SQS" },
} satisfies Declarations;
