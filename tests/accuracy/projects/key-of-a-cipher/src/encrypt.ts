// why: a key that is derived for a cipher stores no password
import { createCipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';

export function encrypt(text: string, password: string) {
  const iv = randomBytes(12);
  const key = pbkdf2Sync(password, 'salt', 210_000, 32, 'sha256');
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}
