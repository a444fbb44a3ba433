// why: a key for a cipher may be derived in a file of its own
import { createDecipheriv } from 'node:crypto';
import { backupKey } from './keys';

export async function open(backup: Buffer, password: string) {
  const salt = backup.subarray(0, 16);
  const iv = backup.subarray(16, 28);
  const decipher = createDecipheriv('aes-256-gcm', await backupKey(password, salt), iv);
  decipher.setAuthTag(backup.subarray(-16));
  return Buffer.concat([decipher.update(backup.subarray(28, -16)), decipher.final()]);
}
