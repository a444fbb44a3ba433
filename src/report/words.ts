/** Words and texts of the page. */
import type { Focus } from '../cli/reportData.js';

export const TITLES: Readonly<Record<Focus, string>> = { security: 'Security', performance: 'Performance', architecture: 'Architecture', quality: 'Quality' };

/** `3 errors`, `1 warning` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `1,204` */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}

export interface Part {
  readonly text: string;
  readonly code: boolean;
}

/** A message in parts: what stands between backticks is code. A backtick without a partner stays as it is. */
export function partsOf(text: string): Part[] {
  return text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => (/^`[^`]+`$/.test(part) ? { text: part.slice(1, -1), code: true } : { text: part, code: false }));
}

/** As much of a text as fits. */
export function fitted(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, Math.max(1, characters - 1))}…`;
}

/** As much of a path as fits: the last parts of it say most. */
export function fittedPath(path: string, characters: number): string {
  let shown = path;
  while (shown.length > characters) {
    const slash = shown.indexOf('/', shown.startsWith('…') ? 2 : 0);
    if (slash < 0 || slash === shown.length - 1) return fitted(shown.replace(/^…\//, ''), characters);
    shown = `…${shown.slice(slash)}`;
  }
  return shown;
}
