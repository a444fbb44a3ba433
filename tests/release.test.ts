/** What a release rests on: who may publish, what has been tested before, and that npm can tell where a package comes from. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import yaml from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/lib/run.mjs';
import plugin from '../src/plugin/index.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly number[]>> };
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = '.github/workflows';
const files = readdirSync(join(ROOT, FOLDER));
const text = (file: string): string => readFileSync(join(ROOT, FOLDER, file), 'utf8');
const workflow = (file: string): Workflow => yaml.load(text(file)) as Workflow;
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly repository: { readonly url: string };
  readonly homepage: string;
  readonly bugs: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly publishConfig: object;
  readonly engines: { readonly node: string };
};
const { release } = workflow('release.yml').jobs;
const stepOf = (job: Job | undefined, action: string): Step | undefined => job?.steps?.find(({ uses }) => uses?.startsWith(`${action}@`));

describe.each(files)('the workflow %s', (file) => {
  it('gives nothing away but in its jobs', () => {
    const { permissions } = workflow(file);
    expect(Object.entries(permissions).filter(([, access]) => access !== 'read')).toEqual([]);
  });

  it('runs actions of others at one commit each, and says which version that is', () => {
    const uses = [...text(file).matchAll(/uses: (?!\.\/)(.+)/g)].map(([, action = '']) => action);
    expect(uses).not.toEqual([]);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+/);
  });

  it('calls scripts that there are', () => {
    const scripts = [...text(file).matchAll(/npm run ([\w-]+)/g)].map(([, script = '']) => script);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(scripts));
  });
});

describe('a release', () => {
  it('is the one job that can prove to npm who it is', () => {
    const holders = files.flatMap((file) => Object.entries(workflow(file).jobs).flatMap(([name, { permissions }]) => (permissions?.['id-token'] === undefined ? [] : [`${file} ${name}`])));
    expect(holders).toEqual(['release.yml release']);
    expect(release?.permissions).toEqual({ contents: 'write', 'pull-requests': 'write', 'id-token': 'write' });
  });

  it('is started by what is merged, and by nothing that others can send', () => {
    expect(workflow('release.yml').on).toEqual({ push: { branches: ['main'] } });
  });

  it('waits for the tests on every Node that the package says it runs on', () => {
    expect(workflow('release.yml').jobs[release?.needs ?? '']?.uses).toBe(`./${FOLDER}/ci.yml`);
    const { test } = workflow('ci.yml').jobs;
    expect(test?.strategy?.matrix.node).toEqual([...manifest.engines.node.matchAll(/(?:\^|>=)(\d+)/g)].map(([, major]) => Number(major)));
    expect(test?.steps?.map(({ run }) => run)).toContain('.ci/run');
  });

  it('is published by changesets', () => {
    expect(stepOf(release, 'changesets/action')?.with).toMatchObject({ publish: 'npm run release', version: 'npm run version-packages' });
    expect(manifest.scripts.release).toMatch(/ && changeset publish$/);
    expect(manifest.scripts['version-packages']).toMatch(/^changeset version /);
  });

  it('holds what has just been built', () => {
    expect(manifest.scripts.release).toContain('npm run --silent build &&');
  });

  it('comes with provenance, or not at all', () => {
    expect(manifest.publishConfig).toEqual({ access: 'public', provenance: true });
    expect(stepOf(release, 'changesets/action')?.env?.NPM_CONFIG_PROVENANCE).toBe('true');
  });

  it('needs no secret of npm, and does not look for one', () => {
    expect(text('release.yml')).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/);
    expect(stepOf(release, 'actions/setup-node')?.with).not.toHaveProperty('registry-url');
    // The first Node whose npm can do without.
    expect(stepOf(release, 'actions/setup-node')?.with?.['node-version']).toBeGreaterThanOrEqual(24);
  });

  it('comes from the repository that the package names, which npm compares', () => {
    const [, repository = ''] = /^git\+https:\/\/github\.com\/(.+)\.git$/.exec(manifest.repository.url) ?? [];
    expect(release?.if).toBe(`github.repository == '${repository}'`);
    for (const url of [manifest.homepage, manifest.bugs, ...Object.values(plugin.rules).map(({ meta }) => meta?.docs?.url)]) expect(url).toContain(`https://github.com/${repository}`);
  });
});
