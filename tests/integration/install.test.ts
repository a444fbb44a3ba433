/**
 * The tarball that would be published, installed by npm into projects with an ESLint of their own. Their lockfiles are parts
 * of this repository's, so that npm takes everything from the cache that `npm install` has filled here, and asks no registry.
 */
import { lstatSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packOf } from '../../scripts/lib/pack.mjs';
import { ROOT } from '../../scripts/lib/run.mjs';
import { backend, findingsIn } from './backend.js';
import { analysisOf, type Eslint, findingsOf, newFolder, npm, put, versionOf } from './hosts.js';
import { snippetsOf } from './snippets.js';

interface Entry {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const NAME = 'eslint-plugin-backend-patterns';
const HOSTS = ['eslint-8.57', 'eslint-9', 'eslint'] as const satisfies readonly Eslint[];
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> };
const snippets = snippetsOf('docs/hosts.md').filter(({ language }) => language === 'javascript');

/** Where a package stands in this repository for what imports it from a place. */
function placeOf(name: string, from: string): string | undefined {
  const place = posix.join(from, 'node_modules', name);
  if (place in packages) return place;
  return from === '' || from === '.' ? undefined : placeOf(name, posix.dirname(from));
}

/** The places of packages and of all that they depend on. */
function placesOf(names: readonly string[], from: string, places = new Set<string>()): Set<string> {
  for (const name of names) {
    const place = placeOf(name, from);
    if (place === undefined || places.has(place)) continue;
    places.add(place);
    const { dependencies, optionalDependencies } = packages[place] ?? {};
    placesOf(Object.keys({ ...dependencies, ...optionalDependencies }), place, places);
  }
  return places;
}

/** The part of this repository's lockfile that an ESLint and the plugin need. What only that ESLint needs stands below it. */
function lockOf(host: Eslint): Record<string, Entry> {
  const root = host === 'eslint' ? '' : `tests/integration/hosts/${host}/`;
  const places = [...placesOf(['eslint'], root), ...placesOf(Object.keys(packages['']?.dependencies ?? {}), '')];
  return Object.fromEntries(places.flatMap((place) => {
    const inside = place.slice(root.length);
    const isOwn = place.startsWith(`${root}node_modules/`) && root !== '' && !/^node_modules\/eslint(?:\/|$)/.test(inside);
    const entry = packages[place];
    return entry === undefined ? [] : [[isOwn ? `node_modules/eslint/${inside}` : place.startsWith(root) ? inside : place, entry]];
  }));
}

async function install(tarball: string, host: Eslint): Promise<string> {
  const folder = newFolder();
  const project = { name: 'app', private: true, dependencies: { eslint: versionOf(host), [NAME]: `file:${tarball}` } };
  put(folder, 'package.json', JSON.stringify(project));
  put(folder, 'package-lock.json', JSON.stringify({ name: 'app', lockfileVersion: 3, packages: { '': project, ...lockOf(host) } }));
  for (const [file, text] of Object.entries(backend('javascript'))) put(folder, file, text);
  put(folder, 'src/package.json', '{ "type": "module" }');
  const { code, err } = await npm(folder, 'npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Error(`npm cannot install the package and ESLint ${versionOf(host)}: ${err}`);
  return folder;
}

let tarball = '';
beforeAll(() => {
  tarball = packOf(newFolder()) ?? '';
});

describe.each(HOSTS.map((host) => ({ host, version: versionOf(host) })))('the tarball, installed beside ESLint $version', ({ host, version }) => {
  let project = '';
  beforeAll(async () => {
    project = await install(tarball, host);
  }, 120_000);

  it('is a copy with what it depends on, and brings no other ESLint or TypeScript along', async () => {
    expect(lstatSync(join(project, 'node_modules', NAME)).isSymbolicLink()).toBe(false);
    const { out } = await npm(project, 'npm', ['ls', '--all', '--parseable', '--long']);
    const installed = out.split('\n').map((line) => line.split(':')[1]);
    expect(installed).toContain(`eslint@${version}`);
    expect(installed.filter((name) => /^(?:eslint|typescript|@typescript-eslint\/.*)@/.test(name ?? ''))).toEqual([`eslint@${version}`]);
  });

  it.each(snippets.filter(({ hosts }) => hosts.includes(host)))('lints with $file', async ({ file, code }) => {
    put(project, file, code);
    const flat = !file.startsWith('.eslintrc');
    const ran = await npm(project, 'npx', ['--no', '--', 'eslint', '--format', 'json', ...(flat ? ['--config', file] : []), 'src'], { ESLINT_USE_FLAT_CONFIG: String(flat) });
    expect(findingsOf(project, ran).map(({ at }) => at)).toEqual(findingsIn('javascript'));
  });

  it('analyses by its command', async () => {
    const ran = await npm(project, 'npx', ['--no', '--', 'backend-patterns', 'analyze', '--format', 'json', '--preset', 'recommended', 'src']);
    expect(ran.code).toBe(1);
    const { version: used, findings } = analysisOf(ran);
    expect(used).toBe(version);
    expect(findings.map(({ at }) => at)).toEqual(findingsIn('javascript'));
  });
});
