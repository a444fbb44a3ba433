/** The configurations that pages show, with the hosts that they are said to work in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/run.mjs';
import type { Language } from './backend.js';
import type { Host } from './hosts.js';

export interface Snippet {
  /** `docs/hosts.md:27` */
  readonly place: string;
  readonly file: string;
  readonly code: string;
  readonly language: Language;
  readonly hosts: readonly Host[];
}

/** The blocks of a page after `<!-- runs: eslint.config.mjs on typescript in eslint-9 eslint -->`. */
export function snippetsOf(page: string): Snippet[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(/^<!-- runs: (\S+) on (\w+) in ([\w. -]+) -->\n```\w+\n(.*?)^```/gms)].map(({ 1: file = '', 2: language, 3: hosts = '', 4: code = '', index }) => ({
    place: `${page}:${String(text.slice(0, index).split('\n').length)}`,
    file,
    code,
    language: language as Language,
    hosts: hosts.split(' ') as Host[],
  }));
}

/** The block of a page after `<!-- types: eslint.config.ts -->`. */
export function typedSnippetOf(page: string): string {
  return /^<!-- types: eslint\.config\.ts -->\n```ts\n(.*?)^```/ms.exec(readFileSync(join(ROOT, page), 'utf8'))?.[1] ?? '';
}

/** How often a page marks a block. */
export function marksIn(page: string): number {
  return readFileSync(join(ROOT, page), 'utf8').split('<!-- runs:').length - 1;
}
