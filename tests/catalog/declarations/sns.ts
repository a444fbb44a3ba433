import { sns } from '../../../src/catalog/messaging/awsMessages.js';
import type { Declarations } from '../declared.js';

export default {
  library: sns,
  modules: ['@aws-sdk/client-sns'],
  types: { Client: "import('@aws-sdk/client-sns').SNSClient", Plain: "import('@aws-sdk/client-sns').SNS" },
} satisfies Declarations;
