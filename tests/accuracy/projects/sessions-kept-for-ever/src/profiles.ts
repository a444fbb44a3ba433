// why: the client and the keys come from other files; one entry expires by a call that follows, one is counted, one is kept for ever
import { keys } from './keys.js';
import { redis } from './redis.js';

export async function remember(id: string, profile: object) {
  await redis.set(keys.profile(id), JSON.stringify(profile)); // expect: require-cache-ttl/noExpiry
}

export async function invite(code: string, by: string) {
  await redis.set(`invite:${code}`, by);
  await redis.expire(`invite:${code}`, 3600);
}

export async function startCounting(id: string) {
  await redis.set(keys.visits(id), 0);
}

export async function count(id: string) {
  await redis.incr(keys.visits(id));
}
