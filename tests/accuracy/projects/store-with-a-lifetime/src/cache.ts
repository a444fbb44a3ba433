import Keyv from 'keyv';

export const answers = new Keyv(process.env.REDIS_URL ?? '', { namespace: 'answers', ttl: 60_000 });
