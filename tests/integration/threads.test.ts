/** `backend-patterns analyze` in ESLint's threads. They load the build, which is why these tests run it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/run.mjs';
import { backend, findingsIn } from './backend.js';
import { analysisOf, type Eslint, node, projectWith, type Ran, versionOf } from './hosts.js';

/** A run takes a second or two; on a busy machine, many times that. */
const SLOW = 120_000;
const { name, bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string; bin: Record<string, string> };

function analyze(project: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, nodeArgs: readonly string[] = []): Promise<Ran> {
  return node(project, [...nodeArgs, join(project, 'node_modules', name, bin['backend-patterns'] ?? ''), 'analyze', '--format', 'json', ...args], env);
}
/** ESLint says how many threads it starts. */
const TELLING = { DEBUG: 'eslint:eslint' };

const settings = (given: object): Record<string, string> => ({ 'eslint.config.mjs': `export default [{ settings: { 'backend-patterns': ${JSON.stringify(given)} } }];` });

describe.concurrent('threads', () => {
  it.each((['eslint-9', 'eslint'] as const).map((host) => ({ host, version: versionOf(host) })))('give the same as none, evidence and order included, with ESLint $version', async ({ host }) => {
    const project = projectWith([host], backend('typescript'));
    const [one, two] = await Promise.all([analyze(project, ['src', '--concurrency', 'off'], TELLING), analyze(project, ['src', '--concurrency', '2'], TELLING)]);
    expect(one.err).not.toContain('worker thread');
    expect(two.err).toContain('Linting using 2 worker thread(s)');
    expect(two.out).toBe(one.out);
    expect(analysisOf(two).findings.map(({ at }) => at)).toEqual(findingsIn('typescript'));
  }, SLOW);

  it('are none where nobody asks for them', async () => {
    const { err } = await analyze(projectWith(['eslint'], backend('javascript')), ['src'], TELLING);
    expect(err).toContain('Linting in single-thread mode');
  }, SLOW);

  it('are none for a few files with `auto`, which analyses them all the same', async () => {
    const ran = await analyze(projectWith(['eslint'], backend('javascript')), ['src', '--concurrency', 'auto'], TELLING);
    expect(ran.err).toContain('Linting in single-thread mode');
    expect(analysisOf(ran).findings.map(({ at }) => at)).toEqual(findingsIn('javascript'));
  }, SLOW);

  it('follow no import with --depth quick', async () => {
    const ran = await analyze(projectWith(['eslint'], backend('javascript')), ['src', '--concurrency', '2', '--depth', 'quick']);
    // What is wrong in this file shows to none who reads it by itself.
    expect(analysisOf(ran).findings.filter(({ at }) => at.includes('app.js'))).toEqual([]);
    expect(findingsIn('javascript').filter((at) => at.includes('app.js'))).not.toEqual([]);
  }, SLOW);

  it('have the settings of the project', async () => {
    const ran = await analyze(projectWith(['eslint'], { ...backend('javascript'), ...settings({ ignore: ['src/app.*'] }) }), ['src', '--concurrency', '2']);
    expect(analysisOf(ran).findings.map(({ at }) => at)).toEqual(findingsIn('javascript').filter((at) => !at.includes('app.js')));
  }, SLOW);

  it('refuse settings that are wrong with one line', async () => {
    const { code, out, err } = await analyze(projectWith(['eslint'], { ...backend('javascript'), ...settings({ ignored: [] }) }), ['src', '--concurrency', '2'], { BACKEND_PATTERNS_DEBUG: '' });
    expect(err).toMatch(/^backend-patterns: .*settings\['backend-patterns'\].*ignored.*\n$/);
    expect([code, out]).toEqual([2, '']);
  }, SLOW);

  it('move the bar on a terminal', async () => {
    const { err } = await analyze(projectWith(['eslint'], backend('javascript')), ['src', '--concurrency', '2'], {}, ['--import', 'data:text/javascript,process.stderr.isTTY=true']);
    expect(err).toMatch(/[1-5]\/5 files/);
  }, SLOW);

  it.each((['eslint-8.57', 'eslint-9.0'] satisfies Eslint[]).map((host) => ({ host, version: versionOf(host) })))('are done without in ESLint $version, which has none', async ({ host, version }) => {
    const ran = await analyze(projectWith([host], backend('javascript')), ['src', '--concurrency', '2']);
    expect(ran.err).toBe(`--concurrency does nothing: ESLint has threads from 9.34 on, and this is ${version}.\n`);
    expect(analysisOf(ran).findings.map(({ at }) => at)).toEqual(findingsIn('javascript'));
  }, SLOW);
});
