import { all, defineLibrary } from '../vocabulary.js';

/** Packages whose default export is the digest itself. */
export const md5 = defineLibrary({
  name: 'md5',
  kind: 'hashing',
  packages: ['md5', 'blueimp-md5', 'md5-hex', 'sha1'],
  exports: { default: { digest: [0] } },
  types: {},
});

const methods = ['sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512_224', 'sha512_256', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'keccak256', 'md5'];

export const jsSha = defineLibrary({
  name: 'js-sha256',
  kind: 'hashing',
  packages: ['js-sha256', 'js-sha512', 'js-sha1', 'js-sha3', 'js-md5'],
  exports: { default: { type: 'Digest', digest: [0], returns: 'unknown' }, ...all(methods, { type: 'Digest', digest: [0], returns: 'unknown' }) },
  types: {
    Digest: {
      members: {
        ...all(['hex', 'array', 'digest', 'arrayBuffer'], { digest: [0] }),
        hmac: { type: 'Hmac', digest: [1], returns: 'unknown' },
        create: { returns: 'Hasher' },
        update: { returns: 'Hasher', digest: [0] },
      },
    },
    Hmac: { members: { ...all(['hex', 'array', 'digest', 'arrayBuffer'], { digest: [1] }), create: { returns: 'Hasher', digest: [0] }, update: { returns: 'Hasher', digest: [1] } } },
    Hasher: { members: { update: { returns: 'this', digest: [0] }, ...all(['hex', 'toString', 'array', 'digest', 'arrayBuffer'], { harmless: 'ends a digest' }) } },
  },
});

export const objectHash = defineLibrary({
  name: 'object-hash',
  kind: 'hashing',
  packages: ['object-hash'],
  exports: { default: { type: 'ObjectHash', digest: [0], returns: 'unknown' } },
  types: { ObjectHash: { members: { ...all(['sha1', 'MD5', 'keys', 'keysMD5'], { digest: [0] }) } } },
});
