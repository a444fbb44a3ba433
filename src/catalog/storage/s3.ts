import { all, defineLibrary } from '../vocabulary.js';

const file = { effect: 'file' } as const;
const operations = ['PutObject', 'DeleteObject', 'DeleteObjects', 'CopyObject', 'UploadPart', 'CompleteMultipartUpload'] as const;

export const s3 = defineLibrary({
  name: 'Amazon S3',
  kind: 'storage',
  packages: ['@aws-sdk/client-s3', '@aws-sdk/lib-storage'],
  exports: {
    S3Client: { constructs: 'Client' },
    S3: { constructs: 'Plain' },
    Upload: { constructs: 'Upload' },
    ...Object.fromEntries(operations.map((name) => [`${name}Command`, { constructs: 'Command', ...file }] as const)),
  },
  types: {
    /** What `send` does, its command says. */
    Command: { lazy: 'call' },
    Client: { members: { send: { runs: [0] } } },
    Plain: { extends: 'Client', members: all(operations.map((name) => name.charAt(0).toLowerCase() + name.slice(1)), file) },
    Upload: { members: { done: file } },
  },
});
