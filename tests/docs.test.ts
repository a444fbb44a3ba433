import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintProject } from '#kit';
import { ROOT } from '../scripts/lib/run.mjs';
import { analyze } from '../src/cli/analyze.js';
import { formatText } from '../src/cli/formats/text.js';
import plugin, { type BackendPatternsSettings } from '../src/plugin/index.js';

const HEADINGS = ['Rule details', 'Options', 'What it cannot see', 'When not to use it'];
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const pagesIn = (folder: string) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

const rules = Object.entries(plugin.rules).map(([name, { meta }]) => {
  const path = `docs/rules/${name}.md`;
  const [schema] = meta?.schema as [{ properties: Record<string, unknown> }];
  return { name, path, page: existsSync(join(ROOT, path)) ? read(path) : '', description: meta?.docs?.description ?? '', options: Object.keys(schema.properties).sort() };
});

interface Block {
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** `correct`, `incorrect`, or nothing where the block is not marked. */
  readonly verdict: string | undefined;
  readonly file: string | undefined;
  /** A package and its version that the example's project depends on: `express@4`. */
  readonly depends: string | undefined;
}

/** The fenced blocks of a page, with the mark that stands right before each. */
function blocksOf(page: string): Block[] {
  return [...page.matchAll(/(?:<!-- eslint: (\w+)(?: file=(\S+))?(?: depends=(\S+))? -->\n+)?^```(\w*)\n(.*?)^```/gms)].map(({ 0: whole, 1: verdict, 2: file, 3: depends, 4: language = '', 5: code = '', index }) => ({
    line: page.slice(0, index + whole.indexOf('```')).split('\n').length,
    language,
    code,
    verdict,
    file,
    depends,
  }));
}

/** The part of a page under a heading, up to the next one of the same or a higher level. */
function sectionOf(page: string, heading: string): string | undefined {
  const level = /^#+/.exec(heading)?.[0].length ?? 0;
  const lines = page.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) return undefined;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => new RegExp(`^#{1,${level}} `).test(line));
  return rest.slice(0, end < 0 ? undefined : end).join('\n');
}

const prose = (page: string) => page.replaceAll(/^```.*?^```/gms, '');

describe.each(rules)('the page of $name', ({ name, path, page, description, options }) => {
  it('exists and says what the rule says of itself', () => {
    expect(page.startsWith(`# backend-patterns/${name}\n\n${description}.\n`), `the head of ${path}`).toBe(true);
    expect(page.split(description).length, 'how often the description stands there').toBe(2);
  });

  it('has the sections that readers look for, in one order', () => {
    expect([...prose(page).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading).filter((heading) => HEADINGS.includes(heading ?? ''))).toEqual(HEADINGS);
  });

  it('has a heading with an example for every option, and for none besides', () => {
    const section = sectionOf(page, '## Options') ?? '';
    expect([...prose(section).matchAll(/^### `(\w+)`$/gm)].map(([, option]) => option).sort()).toEqual(options);
    for (const option of options) expect(blocksOf(sectionOf(page, `### \`${option}\``) ?? '').length, option).toBeGreaterThan(0);
  });

  const marked = blocksOf(page).filter(({ verdict }) => verdict !== undefined);

  it('shows code that breaks the rule and code that keeps it', () => {
    expect(new Set(marked.map(({ verdict }) => verdict))).toEqual(new Set(['incorrect', 'correct']));
    expect(page.split('<!-- eslint:').length - 1, 'marks without a block of code').toBe(marked.length);
  });

  it.each(marked)('is right about the $verdict code in line $line', ({ language, code, verdict, file = `src/example.${language}`, depends }) => {
    const [dependency, version] = depends?.split('@') ?? [];
    const manifest = JSON.stringify({ name: 'app', ...(dependency !== undefined && { dependencies: { [dependency]: version } }) });
    const found = lintProject({ 'package.json': manifest, [file]: code }, { rules: { [name]: {} } });
    expect(found.filter((finding) => finding.rule === 'fatal')).toEqual([]);
    if (verdict === 'correct') expect(found).toEqual([]);
    else expect(found.map((finding) => finding.rule)).toContain(name);
  });
});

describe('the pages', () => {
  it('of rules are those of the rules', () => {
    expect(pagesIn('docs/rules').sort()).toEqual(rules.map(({ path }) => path).sort());
  });

  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', '.changeset/README.md', ...pagesIn('docs'), ...pagesIn('examples').filter((path) => !path.includes('node_modules'))];

  it.each(pages)('%s links to files and headings that exist', (path) => {
    const broken = [...prose(read(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^(?:https?|mailto):/.test(link) && !leadsSomewhere(path, link));
    expect(broken).toEqual([]);
  });

  it('patterns.md names every rule, and calls none planned that exists', () => {
    const page = read('docs/patterns.md');
    expect(rules.filter(({ name }) => !page.includes(`[\`${name}\`](rules/${name}.md)`)).map(({ name }) => name)).toEqual([]);
    expect([...page.matchAll(/\*planned\* `([\w-]+)`/g)].map(([, name]) => name).filter((name) => rules.some((rule) => rule.name === name))).toEqual([]);
  });

  it('settings.md names every setting', () => {
    // A setting that is missing here does not compile.
    const settings: Record<keyof BackendPatternsSettings, true> = {
      databaseClients: true, responseMethods: true, hashFunctions: true, boundFunctions: true, errorSanitizers: true, iterationHelpers: true, loggers: true, asyncHandlers: true, rateLimiters: true, authMiddleware: true, layers: true, maxPageSize: true, ignore: true, followImports: true,
    };
    expect([...(read('docs/settings.md').split('<!-- end generated settings -->')[0] ?? '').matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name).sort()).toEqual(Object.keys(settings).sort());
  });

  it('README.md gives the commands that run the example and the tests', () => {
    expect(read('README.md')).toMatch(/^npm start\b/m);
    expect(read('README.md')).toMatch(/^npm install-test\b/m);
  });

  it('README.md shows what the command really prints about an example', async () => {
    const [, target = '', block = ''] = /^<!-- prints: (\S+) -->\n```\n(.*?)^```/ms.exec(read('README.md')) ?? [];
    const { analysis } = await analyze({ cwd: ROOT, targets: [target], focus: [], preset: 'recommended', depth: 'deep', ignore: [], config: true });
    const printed = formatText(analysis, Infinity, false);
    const parts = block.split('\n…\n\n');
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(printed).toContain(part);
  });

  it('architecture.md has the limits that the source has', () => {
    const rows = [...read('docs/architecture.md').matchAll(/^\|[^|]+\| (\d+) \| `(\w+)` in `([\w/.]+)` \|$/gm)];
    expect(rows.length).toBeGreaterThan(5);
    for (const [, value, name = '', file = ''] of rows) {
      expect(new RegExp(`const ${name} = ([\\d_]+);`).exec(read(file))?.[1]?.replaceAll('_', ''), `${name} in ${file}`).toBe(value);
    }
  });
});

function leadsSomewhere(from: string, link: string): boolean {
  const [file = '', heading] = link.split('#');
  const target = file === '' ? from : relative(ROOT, join(ROOT, dirname(from), file)).replaceAll('\\', '/');
  if (!existsSync(join(ROOT, target))) return false;
  return heading === undefined || [...prose(read(target)).matchAll(/^#+ (.+)$/gm)].some(([, text = '']) => slug(text) === heading);
}

/** The anchor that GitHub makes of a heading. */
function slug(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\w\- ]/g, '').replaceAll(' ', '-');
}
