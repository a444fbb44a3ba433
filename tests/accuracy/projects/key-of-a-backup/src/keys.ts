import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);

export const backupKey = (password: string, salt: Buffer) => derive(password, salt, 100_000, 32, 'sha512');
