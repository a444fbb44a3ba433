import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/run.mjs';
import { FOCUSES } from '../../src/cli/analysis.js';
import { command, projectOf, SHOP } from './project.js';

const ESCAPE = '\u001b';
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** Names and code that mean something to terminals, Markdown and URIs. */
const HOSTILE = {
  ...SHOP,
  'src/a <b>|`c`#.js': SHOP['src/app.js'].replace('error.message', 'error.message /* </script><img src=x onerror=alert(1)> \u001b[31m\u202e */'),
};

describe('the command line', () => {
  it('prints its version and its help', async () => {
    expect(await command('.', ['--version'])).toMatchObject({ code: 0, out: `${manifest.version}\n` });
    const { code, out } = await command('.', ['analyze', '--help']);
    for (const option of ['--focus', '--depth', '--format', '--output', '--preset', '--max-findings', '--fail-on', '--baseline', '--update-baseline', '--since', '--ignore', '--no-config', '--concurrency', '--help']) expect(out).toContain(option);
    expect(code).toBe(0);
  });

  it.each([
    [['analyze', '--focus', 'speed'], `"speed" is none of ${FOCUSES.join(', ')}.`],
    [['analyze', '--depth', 'shallow'], 'Allowed choices are quick, deep.'],
    [['analyze', '--format', 'xml'], 'Allowed choices are text, json, report, sarif, markdown, github, gitlab.'],
    [['analyze', '--preset', 'none'], 'Allowed choices are recommended, strict, all.'],
    [['analyze', '--max-findings', '-1'], 'It takes a whole number, 0 or above.'],
    [['analyze', '--concurrency', '0'], 'It takes off, auto or a whole number, 1 or above.'],
    [['analyze', '--concurrency', 'two'], 'It takes off, auto or a whole number, 1 or above.'],
    [['analyze', '--fail-on', 'info'], 'Allowed choices are error, warning, never.'],
    [['analyze', '--fokus', 'security'], "unknown option '--fokus'"],
    [['analyse'], "unknown command 'analyse'"],
    [['analyze', 'nowhere'], 'backend-patterns: nowhere does not exist'],
    [['analyze', 'package.json'], 'backend-patterns: package.json is neither JavaScript nor TypeScript'],
    [['analyze', '--output', 'package.json/x'], 'the output cannot be written'],
  ])('refuses %j', async (args, complaint) => {
    const { code, err, out } = await command(projectOf(SHOP), args);
    expect(err).toContain(complaint);
    expect([code, out]).toEqual([2, '']);
  });

  it.each([
    ['error', 'recommended', 1],
    ['never', 'recommended', 0],
    ['warning', 'recommended', 1],
  ] as const)('with --fail-on %s and errors exits as it should', async (failOn, preset, code) => {
    expect((await command(projectOf(SHOP), ['analyze', '--fail-on', failOn, '--preset', preset])).code).toBe(code);
  });

  it('fails on warnings only when asked to', async () => {
    const folder = projectOf(SHOP);
    const args = ['analyze', '--preset', 'strict', '--focus', 'quality'];
    expect((await command(folder, args)).code).toBe(0);
    expect((await command(folder, [...args, '--fail-on', 'warning'])).code).toBe(1);
  });

  it('shows progress on a terminal, and none in a pipe', async () => {
    const folder = projectOf(SHOP);
    expect((await command(folder, ['analyze'], {}, true)).err).toContain('2/2 files');
    expect((await command(folder, ['analyze'])).err).toBe('');
  });

  it('has colours on a terminal, where nobody forbids them', async () => {
    const folder = projectOf(SHOP);
    expect((await command(folder, ['analyze'], {}, true)).out).toContain(ESCAPE);
    expect((await command(folder, ['analyze'], { NO_COLOR: '1' }, true)).out).not.toContain(ESCAPE);
    expect((await command(folder, ['analyze'], { TERM: 'dumb' }, true)).out).not.toContain(ESCAPE);
    expect((await command(folder, ['analyze', '--no-color'], {}, true)).out).not.toContain(ESCAPE);
    expect((await command(folder, ['analyze'])).out).not.toContain(ESCAPE);
    expect((await command(folder, ['analyze'], { FORCE_COLOR: '1' })).out).toContain(ESCAPE);
    expect((await command(folder, ['analyze'], { FORCE_COLOR: '0' }, true)).out).not.toContain(ESCAPE);
    expect((await command(folder, ['analyze', '--color'])).out).toContain(ESCAPE);
  });

  it('writes to a file, in folders that it makes, without colours', async () => {
    const folder = projectOf(SHOP);
    const { out, err } = await command(folder, ['analyze', '--output', 'a/b/findings.txt'], {}, true);
    expect(out).toBe('');
    expect(err).toContain('Written to ');
    expect(readFileSync(join(folder, 'a/b/findings.txt'), 'utf8')).toContain('no-n-plus-one');
    expect(readFileSync(join(folder, 'a/b/findings.txt'), 'utf8')).not.toContain(ESCAPE);
  });

  it('writes the report to a file of its own name, or to standard output', async () => {
    const folder = projectOf(SHOP);
    const { out } = await command(folder, ['analyze', '--format', 'report']);
    expect(out).toBe('');
    expect(existsSync(join(folder, 'backend-patterns-report.html'))).toBe(true);
    expect((await command(folder, ['analyze', '--format', 'report', '--output', '-'])).out).not.toBe('');
  });
});

describe('text', () => {
  it('groups by focus and rule, with the code, the way through other files, and the remedy', async () => {
    const { out } = await command(projectOf(SHOP), ['analyze']);
    expect(out).toBe(`
Express 4, Prisma 6; 2 files, 1 handler, 3 queries

Security

no-raw-error-response  Disallow sending caught errors to the client  1 error
https://github.com/backend-patterns/eslint-plugin-backend-patterns/blob/main/docs/rules/no-raw-error-response.md

  src/app.js:10:37
  The text of the caught error \`error\` goes to the client: it was written for developers, and can
  name queries, hosts and files. Log it, and send a fixed text and a code.

     8 |     res.json(totals);
     9 |   } catch (error) {
  > 10 |     res.status(500).json({ message: error.message });
       |                                     ^^^^^^^^^^^^^
    11 |   }
    12 | });

Performance

no-n-plus-one  Disallow a query for every element of a collection  1 error
https://github.com/backend-patterns/eslint-plugin-backend-patterns/blob/main/docs/rules/no-n-plus-one.md

  src/app.js:7:55
  \`totalsOf\` (which reaches \`order.aggregate\` at totals.js:4) runs once per \`id\` of \`req.query.ids\`:
  as many round trips as there are elements. Instead, take the figures of all of them at once with
  \`groupBy\` (\`by\`, \`_count\`, \`_sum\`), or the number of related rows with \`include: { _count: … }\`.

    5 |   try {
    6 |     const totals = [];
  > 7 |     for (const id of req.query.ids) totals.push(await totalsOf(id));
      |                                                       ^^^^^^^^^^^^
    8 |     res.json(totals);
    9 |   } catch (error) {
  → src/totals.js:3 goes through \`totalsOf\`
  → src/totals.js:4 runs \`order.aggregate\`

2 errors in 1 file
`);
  });

  it('shows no more than --max-findings, and says how many there are', async () => {
    const { out } = await command(projectOf(SHOP), ['analyze', '--max-findings', '1']);
    expect(out).toContain('1 more finding not shown.');
    expect(out).not.toContain('no-n-plus-one');
    expect(out).toContain('2 errors in 1 file');
  });

  it('says what was left out and what was not parsed', async () => {
    const { out } = await command(projectOf({ ...SHOP, 'src/x.ts': 'const', 'dist/a.js': '' }), ['analyze']);
    expect(out).toContain('Left out: build output (dist/)');
    expect(out).toMatch(/not parsed {2}src\/x\.ts:1:\d+ {2}\S/);
    expect(out).toContain('1 file not parsed');
  });

  it('lets nothing through that steers a terminal', async () => {
    const { out } = await command(projectOf(HOSTILE), ['analyze']);
    expect(out).not.toContain(ESCAPE);
    expect(out).not.toContain('\u202e');
    expect(out).toContain('</script>');
  });
});

describe('JSON', () => {
  it.each([['a shop', SHOP], ['nothing', {}], ['hostile names', HOSTILE], ['what is not parsed', { 'x.ts': 'const' }]])('follows its schema for %s', async (_, files) => {
    const { out } = await command(projectOf(files), ['analyze', '--format', 'json', '--preset', 'all']);
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(join(ROOT, 'schema/analysis-1.json'), 'utf8')) as object);
    validate(JSON.parse(out));
    expect(validate.errors).toBeNull();
  });

  it('lists no more than --max-findings, and counts all', async () => {
    const { out } = await command(projectOf(SHOP), ['analyze', '--format', 'json', '--max-findings', '1']);
    expect(JSON.parse(out)).toMatchObject({ totals: { findings: 2, listed: 1 }, findings: [{ rule: 'no-raw-error-response' }] });
  });
});

describe('SARIF', () => {
  const schemaFile = join(dirname(createRequire(import.meta.url).resolve('@microsoft/sarif-multitool-ts')), '../assets/sarif-2.1.0.schema.json');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);

  it.each([['a shop', SHOP], ['nothing', {}], ['hostile names', HOSTILE], ['what is not parsed', { 'x.ts': 'const' }]])('follows the schema of SARIF 2.1.0 for %s', async (_, files) => {
    const { out } = await command(projectOf(files), ['analyze', '--format', 'sarif', '--preset', 'all']);
    validate(JSON.parse(out));
    expect(validate.errors).toBeNull();
  });

  it('has the place, the rule, the way through other files and a fingerprint', async () => {
    const { out } = await command(projectOf(SHOP), ['analyze', '--format', 'sarif']);
    const [run] = (JSON.parse(out) as Log).runs;
    const result = run?.results?.find(({ ruleId }) => ruleId === 'no-n-plus-one');
    expect(result).toMatchObject({
      level: 'error',
      baselineState: 'new',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'src/app.js', uriBaseId: 'SRCROOT' }, region: { startLine: 7, startColumn: 55, endLine: 7, endColumn: 67 } } }],
      relatedLocations: [{ id: 0, message: { text: 'goes through `totalsOf`' } }, { id: 1, physicalLocation: { region: { startLine: 4 } } }],
      partialFingerprints: { 'backendPatterns/v1': expect.stringMatching(/^[\da-f]{16}$/) as string },
    });
    expect(run?.tool.driver.rules?.[result?.ruleIndex ?? -1]).toMatchObject({ id: 'no-n-plus-one', properties: { tags: ['performance'] } });
  });

  it('encodes paths, and tells what was not parsed', async () => {
    const { out } = await command(projectOf({ ...HOSTILE, 'my file.ts': 'const' }), ['analyze', '--format', 'sarif']);
    expect(out).toContain('src/a%20%3Cb%3E%7C%60c%60%23.js');
    expect(JSON.parse(out)).toMatchObject({ runs: [{ invocations: [{ toolExecutionNotifications: [{ locations: [{ physicalLocation: { artifactLocation: { uri: 'my%20file.ts' } } }] }] }] }] });
  });
});

describe('Markdown', () => {
  it('has a table of focuses and a line a finding', async () => {
    const { out } = await command(projectOf(SHOP), ['analyze', '--format', 'markdown']);
    expect(out).toContain('### Backend patterns: 2 errors');
    expect(out).toContain('| Security | 1 | 0 | 61 |');
    expect(out).toContain('#### Performance: [no-n-plus-one](https://');
    expect(out).toContain('- `src/app.js:7` `totalsOf` (which reaches');
    expect(out).toContain('<br>→ `src/totals.js:3` goes through `totalsOf`, `src/totals.js:4` runs `order.aggregate`');
  });

  it('says that there is nothing', async () => {
    expect((await command(projectOf({}), ['analyze', '--format', 'markdown'])).out).toContain('### Backend patterns: no findings');
  });

  it('lets names and code mean nothing', async () => {
    const { out } = await command(projectOf(HOSTILE), ['analyze', '--format', 'markdown']);
    expect(out).toContain('- ``src/a <b>|`c`#.js:10`` ');
    // Outside of code spans, the only tag is the one of the format itself.
    expect(out.replace(/(`+)(?!`)[\s\S]*?\1/g, '').match(/<[^>]*>?/g)?.filter((tag) => tag !== '<br>')).toEqual([]);
  });

  it('stops before a comment is too long, and says how many are missing', async () => {
    const handlers = Array.from({ length: 400 }, (_, at) => `app.get('/${at}', (req, res) => { try { work(); } catch (error) { res.json({ m: error.message, at: ${at} }); } });`);
    const { out } = await command(projectOf({ ...SHOP, 'src/app.js': `import express from 'express';\nconst app = express();\n${handlers.join('\n')}\n` }), ['analyze', '--format', 'markdown']);
    expect(out.length).toBeLessThan(65_536);
    expect(out).toMatch(/… and \d+ more findings\.\n$/);
  });

  it('says what the baseline knows and what was not parsed', async () => {
    const folder = projectOf({ ...SHOP, 'x.ts': 'const' });
    await command(folder, ['analyze', '--baseline', 'b.json', '--update-baseline']);
    expect((await command(folder, ['analyze', '--baseline', 'b.json', '--format', 'markdown'])).out).toContain('2 findings known to the baseline. Not parsed: `x.ts:1`.');
  });
});

describe('annotations of GitHub', () => {
  it('name the place and the rule, without what means something to GitHub', async () => {
    const { out } = await command(projectOf({ ...SHOP, 'src/a,b:c%.js': SHOP['src/app.js'] }), ['analyze', '--format', 'github', '--focus', 'security']);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^::error file=src\/a%2Cb%3Ac%25\.js,line=10,endLine=10,col=37,endColumn=50,title=no-raw-error-response::The text of the caught error `error` goes/) as string,
      expect.stringMatching(/^::error file=src\/app\.js,line=10,/) as string,
      '',
    ]);
  });

  it('have no columns where a finding goes over lines, and none of what the baseline knows', async () => {
    const folder = projectOf({ ...SHOP, 'src/app.js': SHOP['src/app.js'].replace('error.message }', '\n...{ e: error } }').replace('message: ', '') });
    const args = ['analyze', '--format', 'github', '--focus', 'performance', '--max-findings', '1'];
    expect((await command(folder, args)).out).toMatch(/^::error file=src\/app\.js,line=7,.*\n$/);
    await command(folder, ['analyze', '--baseline', 'b.json', '--update-baseline']);
    expect((await command(folder, [...args, '--baseline', 'b.json'])).out).toBe('');
  });
});

describe('a Code Quality report of GitLab', () => {
  it('has what GitLab asks for, with fingerprints that no two findings share', async () => {
    const { out } = await command(projectOf({ ...SHOP, 'src/copy.js': SHOP['src/app.js'] }), ['analyze', '--format', 'gitlab', '--preset', 'all']);
    const issues = JSON.parse(out) as { fingerprint: string; check_name: string }[];
    expect(issues[0]).toEqual({
      description: expect.stringContaining('The text of the caught error') as string,
      check_name: 'no-raw-error-response',
      fingerprint: expect.stringMatching(/^[\da-f]{64}$/) as string,
      severity: 'major',
      location: { path: 'src/app.js', lines: { begin: 10, end: 10 } },
    });
    expect(issues.at(-1)).toMatchObject({ check_name: 'require-transaction', severity: 'minor' });
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });
});

/** The built command, as a shell runs it. */
describe('the process', () => {
  const bin = join(ROOT, 'dist/src/cli/bin.js');
  if (!existsSync(bin)) throw new Error('dist/ is missing: run `npm run build` first');

  it('exits with the code, and writes findings to standard output alone', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'analyze'], { cwd: projectOf(SHOP), encoding: 'utf8' });
    expect(stdout).toContain('2 errors in 1 file');
    expect([status, stderr]).toEqual([1, '']);
  });

  it('ends quietly when its reader has seen enough', () => {
    const folder = projectOf(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`src/a${at}.js`, SHOP['src/app.js']])));
    const text = execFileSync('sh', ['-c', '"$0" "$1" analyze --format json 2>err.txt | head -n 2', process.execPath, bin], { cwd: folder, encoding: 'utf8' });
    expect(text.split('\n')[0]).toBe('{');
    expect(readFileSync(join(folder, 'err.txt'), 'utf8')).toBe('');
  });
});
