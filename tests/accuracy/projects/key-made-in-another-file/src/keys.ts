import { createHash, pbkdf2Sync } from 'node:crypto';

export function vaultKey(password: string): Buffer {
  return createHash('sha256').update(password).digest();
}

export const diaryKey = (password: string, salt: string): Buffer => pbkdf2Sync(password, salt, 20_000, 32, 'sha256');

export function fingerprint(password: string): string {
  return createHash('sha256').update(password).digest('hex'); // expect: no-unhashed-password/fastHash
}
