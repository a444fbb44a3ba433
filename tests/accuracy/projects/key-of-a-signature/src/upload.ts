// why: a secret of the app that signs is nobody's password
import { createHmac } from 'node:crypto';
import { env } from './env';

export const sign = (path: string) => createHmac('sha256', env.UPLOAD_PASSWORD).update(path).digest('hex');
