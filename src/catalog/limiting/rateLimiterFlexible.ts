import { all, defineLibrary } from '../vocabulary.js';

const limiters = ['RateLimiterMemory', 'RateLimiterRedis', 'RateLimiterMongo', 'RateLimiterMySQL', 'RateLimiterPostgres', 'RateLimiterPrisma', 'RateLimiterMemcache', 'RateLimiterCluster', 'RateLimiterClusterMasterPM2', 'RateLimiterUnion', 'RateLimiterDynamo', 'RateLimiterSQLite', 'RateLimiterDrizzle', 'RateLimiterValkey', 'RLWrapperBlackAndWhite', 'BurstyRateLimiter'];

export const rateLimiterFlexible = defineLibrary({
  name: 'rate-limiter-flexible',
  kind: 'limiting',
  packages: ['rate-limiter-flexible'],
  versions: '2 to 11',
  exports: { ...all(limiters, { constructs: 'Limiter' }), RateLimiterAbstract: { type: 'Limiter' } },
  types: { Limiter: { members: { ...all(['consume', 'penalty', 'get', 'block'], { returns: 'Result' }) } }, Result: {} },
});
