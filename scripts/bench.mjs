/**
 * What the rules add to a lint run: `npm run bench -- [DIR…]`. Each measurement is a process of its own, and the ways of linting take turns,
 * so that whatever else the machine does weighs on all alike. What is told are ratios of CPU time within one run.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './lib/collections.mjs';
import { defaultCorpora, installed } from './lib/corpora.mjs';
import { footprints } from './lib/footprint.mjs';
import { MODES, OTHERS } from './lib/modes.mjs';
import { performancePage, summary } from './lib/performance-report.mjs';
import { ROOT } from './lib/run.mjs';
import { writeBackend } from './lib/synthetic.mjs';

/** @typedef {import('./lib/measure.mjs').Measured} Measured */
/** @typedef {import('./lib/corpora.mjs').Corpus} Corpus */
/** @typedef {{ corpus: Corpus, modes: Record<string, Measured>, oxlint: { none: number, all: number, wall: number } | undefined }} Result Medians. */

const USAGE = `npm run bench -- [DIR…] [options]

  DIR…          backends to measure with; without any, packages of the npm registry, which are fetched on first use
  --rounds N    how often each way of linting is measured (3)
  --modes A,B   only these, of ${Object.keys(MODES).join(', ')}
  --growth      also how the time grows with the number of files
  --footprint   also what the package and those compared with bring when they are installed
  --write FILE  write a page, keeping its part between <!-- explained --> and <!-- /explained -->
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    modes: { type: 'string', default: Object.keys(MODES).join(',') },
    growth: { type: 'boolean', default: false },
    footprint: { type: 'boolean', default: false },
    write: { type: 'string' },
    /** Of the process that measures: the way of linting. */
    mode: { type: 'string' },
    others: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (values.mode !== undefined) {
  const { measure } = await import('./lib/measure.mjs');
  console.log(JSON.stringify(await measure(values.mode, positionals[0] ?? '.', values.others)));
} else if (values.help) {
  console.log(USAGE);
} else {
  bench();
}

function bench() {
  const modes = [...new Set(['none', ...values.modes.split(',')])];
  const rounds = Number(values.rounds);
  const corpora = positionals.length > 0 ? positionals.map((path) => ({ name: basename(resolve(path)), folder: resolve(path), isBackend: true, what: '' })) : defaultCorpora();
  const others = modes.some((mode) => mode === 'sonarjs' || mode === 'security') ? installed(OTHERS) : '';
  /** @type {Result[]} */
  const results = [];
  // What was measured is kept, whatever happens to the rest.
  const write = (/** @type {import('./lib/performance-report.mjs').Bench} */ bench) => {
    if (values.write !== undefined) writeFileSync(values.write, performancePage(bench, readIfThere(values.write)));
  };
  for (const corpus of corpora) {
    console.error(`${corpus.name} …`);
    results.push(compare(corpus, modes, rounds, others));
    write({ results, rounds, growth: undefined, installs: undefined });
  }
  const growth = values.growth ? grow([10, 100, 1_000, 10_000]) : undefined;
  const installs = values.footprint ? footprints(['.', ...Object.entries(OTHERS).map(([name, version]) => `${name}@${version}`)]) : undefined;
  const measured = { results, rounds, growth, installs };
  console.log(summary(measured));
  write(measured);
}

/**
 * @param {Corpus} corpus
 * @param {string[]} modes
 * @param {number} rounds
 * @param {string} others
 * @returns {Result}
 */
function compare(corpus, modes, rounds, others) {
  /** @type {Map<string, Measured[]>} */
  const runs = new Map(modes.map((mode) => [mode, []]));
  /** @type {{ none: number[], all: number[], wall: number[] }} */
  const oxlint = { none: [], all: [], wall: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [mode, measured] of runs) measured.push(inOwnProcess(mode, corpus.folder, others));
    if (!modes.includes('all')) continue;
    const [none, all] = [byOxlint(corpus.folder, false), byOxlint(corpus.folder, true)];
    if (!none || !all) continue;
    oxlint.none.push(none.cpu);
    oxlint.all.push(all.cpu);
    oxlint.wall.push(all.wall);
  }
  return {
    corpus,
    modes: Object.fromEntries([...runs].map(([mode, measured]) => [mode, medianOf(measured)])),
    oxlint: oxlint.all.length === 0 ? undefined : { none: median(oxlint.none), all: median(oxlint.all), wall: median(oxlint.wall) },
  };
}

/** The run whose CPU time is the median. @param {Measured[]} measured @returns {Measured} */
function medianOf(measured) {
  const middle = median(measured.map(({ cpu }) => cpu));
  return /** @type {Measured} */ (measured.find(({ cpu }) => cpu === middle));
}

/**
 * @param {string} mode
 * @param {string} folder
 * @param {string} others
 * @returns {Measured}
 */
function inOwnProcess(mode, folder, others) {
  const { stdout, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--mode', mode, '--others', others, folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${mode} failed on ${folder}`);
  return /** @type {Measured} */ (JSON.parse(stdout));
}

/**
 * The same folder by oxlint, with our rules or with none.
 *
 * @param {string} folder
 * @param {boolean} ours
 * @returns {{ wall: number, cpu: number } | undefined} `undefined` where it does not run.
 */
function byOxlint(folder, ours) {
  const scratch = mkdtempSync(join(tmpdir(), 'backend-patterns-bench-'));
  try {
    const config = join(scratch, 'oxlint.json');
    const rules = /** @type {{ rules: object }} */ (JSON.parse(readFileSync(join(ROOT, 'oxlint/all.json'), 'utf8'))).rules;
    writeFileSync(config, JSON.stringify({ categories: { correctness: 'off' }, plugins: [], ...(ours && { jsPlugins: [{ name: 'backend-patterns', specifier: join(ROOT, 'dist/src/plugin/index.js') }], rules }) }));
    const usage = join(scratch, 'usage.json');
    spawnSync(process.execPath, ['--import', pathToFileURL(join(ROOT, 'scripts/lib/usage.mjs')).href, join(ROOT, 'node_modules/oxlint/bin/oxlint'), '-c', config, '--silent', '.'], { cwd: folder, env: { ...process.env, USAGE_FILE: usage }, stdio: 'ignore' });
    return /** @type {{ wall: number, cpu: number }} */ (JSON.parse(readFileSync(usage, 'utf8')));
  } catch {
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * How the time grows with the number of files of a generated backend.
 *
 * @param {number[]} sizes
 * @returns {{ files: number, none: Measured, all: Measured }[]}
 */
function grow(sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'backend-patterns-bench-'));
  try {
    return sizes.map((files) => {
      console.error(`${files} generated files …`);
      writeBackend(folder, files);
      return { files, none: inOwnProcess('none', folder, ''), all: inOwnProcess('all', folder, '') };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
