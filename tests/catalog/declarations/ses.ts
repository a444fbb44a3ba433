import { ses } from '../../../src/catalog/messaging/awsMessages.js';
import type { Declarations } from '../declared.js';

export default {
  library: ses,
  modules: ['@aws-sdk/client-ses'],
  types: { Client: "import('@aws-sdk/client-ses').SESClient", Plain: "import('@aws-sdk/client-ses').SES" },
} satisfies Declarations;
