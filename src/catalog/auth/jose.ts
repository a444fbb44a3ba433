import { type TypeShape, all, defineLibrary } from '../vocabulary.js';

const claims = ['setIssuedAt', 'setJti', 'setNotBefore', 'setKeyManagementParameters', 'replicateIssuerAsHeader', 'replicateSubjectAsHeader', 'replicateAudienceAsHeader'];
/** Nothing is made until the last step, which is given the key. */
const builder: TypeShape = {
  lazy: 'call',
  members: {
    ...all(claims, { returns: 'this' }),
    ...all(['setIssuer', 'setSubject', 'setAudience', 'setProtectedHeader'], { returns: 'this', token: { does: 'part', marks: [[0]] } }),
    setExpirationTime: { returns: 'this', token: { does: 'part', expiry: [[0]] } },
    ...all(['sign', 'encrypt'], { secret: { of: 'tokens', at: [[0]] }, token: { does: 'sign', keys: [[0]] } }),
    encode: { token: { does: 'sign' } },
  },
};

export const jose = defineLibrary({
  name: 'jose',
  kind: 'auth',
  packages: ['jose', 'jose/*', 'jose-node-cjs-runtime/*'],
  versions: '3 to 6',
  exports: {
    ...all(['SignJWT', 'EncryptJWT', 'UnsecuredJWT'], { type: 'Builder', constructs: 'Builder', token: { does: 'part', payload: [0] } }),
    ...all(['jwtVerify', 'jwtDecrypt'], { secret: { of: 'tokens', at: [[1]] }, token: { does: 'verify', token: [0], keys: [[1]], algorithms: [[2, 'algorithms']] } }),
    decodeJwt: { token: { does: 'decode', token: [0] } },
    ...all(['importPKCS8', 'importJWK', 'base64url'], { passes: [[0]] }),
    ...all(['importSPKI', 'importX509', 'createRemoteJWKSet', 'createLocalJWKSet'], { harmless: 'public keys' }),
    decodeProtectedHeader: { harmless: 'reads a header' },
  },
  types: { Builder: builder },
});
