// why: a constant that is imported says how cheap a hash is
import { pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { HASHING } from './settings';

export function protect(password: string) {
  const salt = randomBytes(16);
  const hash = pbkdf2Sync(password, salt, HASHING.iterations, 32, 'sha256'); // expect: no-unhashed-password/weakCost
  return { salt, hash };
}

export const sameBytes = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);
