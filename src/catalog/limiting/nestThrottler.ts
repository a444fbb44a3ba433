import { all, defineLibrary } from '../vocabulary.js';

export const nestThrottler = defineLibrary({
  name: '@nestjs/throttler',
  kind: 'limiting',
  packages: ['@nestjs/throttler'],
  versions: '2 to 6',
  exports: { ThrottlerGuard: { constructs: 'Guard' }, ThrottlerModule: { type: 'Module' }, ...all(['Throttle', 'SkipThrottle', 'InjectThrottlerStorage'], {}) },
  types: { Guard: { layer: 'middleware' }, Module: { members: { ...all(['forRoot', 'forRootAsync'], {}) } } },
});
