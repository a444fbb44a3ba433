import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt);

export class Hasher {
  async protect(text: string) {
    const salt = randomBytes(16).toString('hex');
    const key = (await derive(text, salt, 64)) as Buffer;
    return `${salt}:${key.toString('hex')}`;
  }
}
