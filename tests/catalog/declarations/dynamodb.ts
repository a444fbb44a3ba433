import { dynamodb } from '../../../src/catalog/databases/dynamodb.js';
import type { Declarations } from '../declared.js';

export default {
  library: dynamodb,
  modules: ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb'],
  types: {
    ClientClass: ["typeof import('@aws-sdk/client-dynamodb').DynamoDBClient", "typeof import('@aws-sdk/lib-dynamodb').DynamoDBDocumentClient"],
    PlainClass: "typeof import('@aws-sdk/client-dynamodb').DynamoDB",
    DocumentClass: "typeof import('@aws-sdk/lib-dynamodb').DynamoDBDocument",
    Client: "import('@aws-sdk/client-dynamodb').DynamoDBClient",
    Plain: "import('@aws-sdk/client-dynamodb').DynamoDB",
    Document: "import('@aws-sdk/lib-dynamodb').DynamoDBDocument",
  },
} satisfies Declarations;
