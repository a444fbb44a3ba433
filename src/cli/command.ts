/** argv → an analysis → text and an exit code. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import path from 'node:path';
import { SingleBar } from 'cli-progress';
import pc from 'picocolors';
import plugin from '../plugin/index.js';
import { FOCUSES, type Focus, type Preset } from './analysis.js';
import { analyze, type Analyzed, type AnalyzeOptions } from './analyze.js';
import { readBaseline, writeBaseline, writeGiven } from './baseline.js';
import { Failure, reasonOf } from './failure.js';
import { formatGithub, formatGitlab } from './formats/ci.js';
import { formatJson } from './formats/json.js';
import { formatMarkdown } from './formats/markdown.js';
import { formatReport } from './formats/report.js';
import { formatSarif } from './formats/sarif.js';
import { formatText } from './formats/text.js';
import type { Concurrency } from './threads.js';

/** What a process has and the command uses. */
export interface Surroundings {
  readonly cwd: string;
  readonly out: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: NodeJS.ProcessEnv;
}

/** 0: nothing at or above `--fail-on`; 1: findings; 2: could not run. */
export type ExitCode = 0 | 1 | 2;

type Format = 'text' | 'json' | 'report' | 'sarif' | 'markdown' | 'github' | 'gitlab';
const FORMATS: readonly Format[] = ['text', 'json', 'report', 'sarif', 'markdown', 'github', 'gitlab'];
const REPORT_FILE = 'backend-patterns-report.html';

interface Options {
  readonly focus?: readonly Focus[];
  readonly depth: 'quick' | 'deep';
  readonly format: Format;
  readonly output?: string;
  readonly preset: Preset;
  readonly maxFindings: number;
  readonly failOn: 'error' | 'warning' | 'never';
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly since?: string;
  readonly ignore: readonly string[];
  readonly config: boolean;
  readonly concurrency: Concurrency;
  readonly color?: boolean;
}

/** Runs the command. Never throws: what goes wrong is one line on `err`, and 2. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { out, err } = surroundings;
  let code: ExitCode = 0;
  const program = new Command('backend-patterns')
    .description('Finds where a Node backend breaks the patterns that keep it fast, safe and easy to change.')
    .version(plugin.meta.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: (text) => err.write(text) });
  program
    .command('analyze', { isDefault: false })
    .description('Analyses files and folders, and needs no configuration. Exits with 0, with 1 for findings, or with 2 where it could not run.')
    .argument('[targets...]', 'files and folders', ['.'])
    .option('-f, --focus <names>', `only rules of these, with commas between: ${FOCUSES.join(', ')}`, focusOf)
    .addOption(new Option('-d, --depth <depth>', 'quick: each file by itself; deep: following imports').choices(['quick', 'deep']).default('deep'))
    .addOption(new Option('--format <format>', 'text; for programs: json, sarif; for a pull request: markdown, github (annotations), gitlab (Code Quality); an HTML page: report').choices(FORMATS).default('text'))
    .option('-o, --output <file>', `write to a file; "-" is standard output (default: standard output; for report, ${REPORT_FILE})`)
    .addOption(new Option('-p, --preset <preset>', 'which rules').choices(['recommended', 'strict', 'all']).default('recommended'))
    .addOption(new Option('--max-findings <number>', 'list so many at most').argParser(countOf).default(Infinity, 'all'))
    .addOption(new Option('--fail-on <severity>', 'exit with 1 for new findings of this severity or above').choices(['error', 'warning', 'never']).default('error'))
    .option('--baseline <file>', 'findings in this file pass; written where it is not there yet and --update-baseline is given')
    .option('--update-baseline', 'take findings that are gone out of the baseline; new ones are never put in')
    .option('--since <revision>', 'only files that have changed since this revision of git')
    .addOption(new Option('--ignore <pattern>', 'leave these out, as a line of .gitignore would; may be given more than once').argParser((value: string, before: readonly string[]) => [...before, value]).default([], 'none'))
    .option('--no-config', "do not read settings from the project's own ESLint configuration")
    .addOption(new Option('--concurrency <threads>', "ESLint's threads: off, auto or how many").argParser(threadsOf).default('off'))
    .option('--color', 'colours, even in a pipe')
    .option('--no-color', 'no colours')
    .action(async (targets: string[], options: Options) => {
      code = await runAnalyze(targets, options, surroundings);
    });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const debug = surroundings.env.BACKEND_PATTERNS_DEBUG && error instanceof Error ? `\n${error.stack ?? ''}` : '';
    err.write(`backend-patterns: ${error instanceof Failure ? error.message : `failed unexpectedly: ${reasonOf(error)}`}${debug}\n`);
    return 2;
  }
}

async function runAnalyze(targets: readonly string[], options: Options, { cwd, out, err, env }: Surroundings): Promise<ExitCode> {
  const { format, failOn, maxFindings } = options;
  if (options.updateBaseline && options.baseline === undefined) throw new Failure('--update-baseline needs --baseline FILE');
  const baselineFile = options.baseline === undefined ? undefined : path.resolve(cwd, options.baseline);
  const baseline = baselineFile === undefined ? undefined : readBaseline(baselineFile);
  if (baselineFile !== undefined && !baseline && !options.updateBaseline) throw new Failure(`there is no baseline ${options.baseline ?? ''} yet; --update-baseline writes it`);
  const job: AnalyzeOptions = {
    cwd,
    targets,
    focus: options.focus ?? [],
    preset: options.preset,
    depth: options.depth,
    ignore: options.ignore,
    config: options.config,
    concurrency: options.concurrency,
    ...(options.since !== undefined && { since: options.since }),
    ...(baseline && { baseline }),
  };
  const analyzed = await analyzeWithProgress(job, err);
  const analysis = baselineFile !== undefined && !baseline ? allKnown(analyzed) : analyzed.analysis;
  if (baselineFile !== undefined && options.updateBaseline) writeBaseline(baselineFile, analyzed.baseline);

  const output = options.output ?? (format === 'report' ? REPORT_FILE : '-');
  const colour = options.color ?? (output === '-' && (env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : Boolean(out.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb'));
  const formats: Readonly<Record<Format, () => string>> = {
    text: () => formatText(analysis, maxFindings, colour),
    json: () => formatJson(analysis, maxFindings),
    sarif: () => formatSarif(analysis, maxFindings),
    markdown: () => formatMarkdown(analysis, maxFindings),
    github: () => formatGithub(analysis, maxFindings),
    gitlab: () => formatGitlab(analysis, maxFindings),
    report: () => formatReport(analysis, maxFindings),
  };
  const text = formats[format]();
  if (output === '-') out.write(text);
  else {
    const file = path.resolve(cwd, output);
    writeGiven(file, text, 'the output');
    err.write(`Written to ${path.relative(cwd, file)}\n`);
  }
  const { errors, warnings } = analysis.totals;
  return failOn === 'never' || errors + (failOn === 'warning' ? warnings : 0) === 0 ? 0 : 1;
}

/** A bar on a terminal, nothing in a pipe. */
async function analyzeWithProgress(job: AnalyzeOptions, err: Surroundings['err']): Promise<Analyzed> {
  const bar = err.isTTY ? new SingleBar({ stream: err, clearOnComplete: true, hideCursor: true, format: `${pc.dim('{bar}')} {value}/{total} files`, barsize: 30 }) : undefined;
  try {
    return await analyze(job, {
      onStart: (files) => bar?.start(files, 0),
      onFile: () => bar?.increment(),
      warn: (line) => err.write(`${line}\n`),
    });
  } finally {
    bar?.stop();
  }
}

/** With a baseline just written, everything in it is known. */
function allKnown({ analysis }: Analyzed): Analyzed['analysis'] {
  const { totals, findings } = analysis;
  return { ...analysis, totals: { ...totals, errors: 0, warnings: 0, known: findings.length }, findings: findings.map((finding) => ({ ...finding, known: true })) };
}

function focusOf(value: string, before: readonly Focus[] = []): readonly Focus[] {
  const names = value.split(',').map((name) => name.trim());
  const isFocus = (name: string): name is Focus => FOCUSES.some((focus) => focus === name);
  const wrong = names.find((name) => !isFocus(name));
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is none of ${FOCUSES.join(', ')}.`);
  return [...before, ...names.filter(isFocus)];
}

function countOf(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It takes a whole number, 0 or above.');
  return Number(value);
}

function threadsOf(value: string): Concurrency {
  if (value === 'off' || value === 'auto') return value;
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('It takes off, auto or a whole number, 1 or above.');
  return Number(value);
}
