import { lambda } from '../../../src/catalog/frameworks/lambda.js';
import type { Declarations } from '../declared.js';

export default {
  library: lambda,
  modules: ['aws-lambda'],
  types: {
    Event: ["import('aws-lambda').APIGatewayProxyEvent", "import('aws-lambda').APIGatewayProxyEventV2"],
    Callback: "import('aws-lambda').APIGatewayProxyCallback",
  },
  onlyIn: {
    default: '@middy/core',
    middy: '@middy/core',
  },
} satisfies Declarations;
