import { createCipheriv, randomBytes } from 'node:crypto';

export function seal(key: Buffer, text: string): Buffer {
  const cipher = createCipheriv('aes-256-ctr', key, randomBytes(16));
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
}
