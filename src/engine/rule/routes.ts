/** What rules ask about routes and what stands before them. */
import { type UnlimitedRoute, unlimitedRoutesOf } from '../facts/unlimited.js';
import type { File } from './file.js';

/** Routes of the file that take credentials, with no limiter anywhere on the way; none where the whole way cannot be seen. */
export function unlimitedRoutes(file: File): UnlimitedRoute[] {
  return unlimitedRoutesOf(file.analysis, file.module);
}

/** What limits a route, in the words of its framework. */
export function describeLimiter({ library }: UnlimitedRoute): string {
  return library.limiter ?? 'a rate limiter';
}
