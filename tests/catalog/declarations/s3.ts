import { s3 } from '../../../src/catalog/storage/s3.js';
import type { Declarations } from '../declared.js';

export default {
  library: s3,
  modules: ['@aws-sdk/client-s3'],
  types: { Client: "import('@aws-sdk/client-s3').S3Client", Plain: "import('@aws-sdk/client-s3').S3" },
  unnamed: { Upload: 'of @aws-sdk/lib-storage' },
  onlyIn: { Upload: '@aws-sdk/lib-storage' },
} satisfies Declarations;
