/** Origins in words, so that a test can say in a line where an expression comes from. */
import { expect, it } from 'vitest';
import { ask } from '#kit';
import { originsOf, type TraceOptions } from '../../src/engine/flow/trace.js';
import { moduleOf } from '../../src/engine/modules/parse.js';

/** `request query .page`, `caught .message`, `literal 'x'`, `parameter id`, `other load()`: one each origin of what is marked `it`. */
export function originsInWords(files: string | Readonly<Record<string, string>>, options: Partial<TraceOptions> = {}, path: readonly string[] = []): string[] {
  const asked = ask(files);
  return originsOf(asked.analysis, asked.at('it'), { callers: true, ...options }, path).map((origin) => {
    const text = moduleOf(origin.node).text.slice(origin.node.start, origin.node.end);
    const source = origin.kind === 'caught' ? 'caught' : origin.kind === 'request' ? `request ${origin.part ?? ''}` : `${origin.kind} ${text}`;
    return [source, ...origin.path.map((name) => `.${name}`)].join(' ');
  });
}

export type OriginCase = readonly [title: string, files: string | Readonly<Record<string, string>>, origins: readonly string[], path?: readonly string[]];

export function comesFrom(cases: readonly OriginCase[], options: Partial<TraceOptions> = {}): void {
  it.each(cases.map(([title, files, origins, path]) => ({ title, files, origins, path })))('$title', ({ files, origins, path }) => {
    expect(originsInWords(files, options, path)).toEqual(origins);
  });
}

/** The body of an Express route. */
export function route(body: string, around = ''): string {
  return `import express from 'express';\nconst app = express();\n${around}app.get('/', async (req, res, next) => { ${body} });`;
}

/** The body of a `catch`. */
export function caught(body: string): string {
  return `async function f() { try { await work(); } catch (err) { ${body} } }`;
}
