// why: a digest of a password that only serves as the key of a cipher is no stored password, in whatever file it is made
import { seal } from './boxes';
import { diaryKey, fingerprint, vaultKey } from './keys';

export function sealVault(password: string, text: string): Buffer {
  return seal(vaultKey(password), text);
}

export function sealDiary(password: string, salt: string, text: string): Buffer {
  const key = diaryKey(password, salt);
  return seal(key, text);
}

export function signUp(email: string, password: string): Promise<void> {
  return post('/accounts', { email, fingerprint: fingerprint(password) });
}

declare function post(path: string, body: object): Promise<void>;
