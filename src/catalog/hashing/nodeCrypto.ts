import { type CostBound, all, defineLibrary } from '../vocabulary.js';

const sheet = 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html';
const iterations: CostBound[] = [
  { at: [2], least: { by: [4], values: { sha512: 210_000, SHA512: 210_000, sha256: 600_000, SHA256: 600_000, sha1: 1_300_000, SHA1: 1_300_000 } }, unit: 'iterations', source: `${sheet}#pbkdf2` },
];
const scryptCost: CostBound[] = [
  { at: [3, 'N'], least: 16_384, unit: 'for N', source: `${sheet}#scrypt` },
  { at: [3, 'cost'], least: 16_384, unit: 'for the cost', source: `${sheet}#scrypt` },
];
const callback = { at: -1, params: ['error', 'unknown'], runs: 'now' } as const;

export const nodeCrypto = defineLibrary({
  name: 'node:crypto',
  kind: 'hashing',
  packages: ['crypto', 'node:crypto'],
  exports: { default: { type: 'Crypto' } },
  globals: { crypto: { type: 'WebCrypto' } },
  types: {
    Crypto: {
      members: {
        scrypt: { hash: { input: [0], cost: scryptCost }, callbacks: [callback] },
        scryptSync: { hash: { input: [0], cost: scryptCost } },
        pbkdf2: { hash: { input: [0], cost: iterations }, callbacks: [callback] },
        pbkdf2Sync: { hash: { input: [0], cost: iterations } },
        createHash: { returns: 'Hash' },
        createHmac: { returns: 'Hash', digest: [1], secret: { of: 'HMACs', at: [[1]] } },
        createSecretKey: { passes: [[0]] },
        hash: { digest: [1] },
        timingSafeEqual: { equals: true },
        webcrypto: { type: 'WebCrypto' },
        subtle: { type: 'Subtle' },
        ...all(['randomBytes', 'randomUUID', 'randomInt', 'randomFill', 'randomFillSync', 'getRandomValues'], { harmless: 'random' }),
        ...all(['Hash', 'Hmac'], { type: 'Hash' }),
      },
    },
    Hash: {
      members: {
        update: { returns: 'this', digest: [0] },
        copy: { returns: 'this' },
        digest: { harmless: 'ends a digest' },
      },
    },
    WebCrypto: {
      members: {
        subtle: { type: 'Subtle' },
        ...all(['getRandomValues', 'randomUUID'], { harmless: 'random' }),
      },
    },
    Subtle: {
      members: {
        digest: { digest: [1] },
        importKey: { passes: [[1]] },
        ...all(['deriveBits', 'deriveKey'], {
          hash: {
            input: [1],
            cost: [{ at: [0, 'iterations'], least: { by: [0, 'hash'], values: { 'SHA-512': 210_000, 'SHA-256': 600_000, 'SHA-1': 1_300_000 } }, unit: 'iterations', source: `${sheet}#pbkdf2` }],
            promise: true,
          },
        }),
      },
    },
  },
});
