import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from 'eslint-plugin-backend-patterns';
import { benchProject, OPEN } from './benchProject.mjs';
import { chooseRules, hostConfig } from './lint.mjs';
import { Editor } from './languageServer.mjs';
import { ROOT } from './run.mjs';

export const MODES = /** @type {const} */ (['none', 'recommended', 'all']);
/** @typedef {typeof MODES[number]} Mode */

/** How often a thing is done before it is timed: the first times load and compile. */
const WARM_UP = 5;
const TEXT = benchProject()[OPEN] ?? '';

/**
 * Milliseconds from each edit of a file to its diagnostics, in a language server for each mode. They take turns.
 *
 * @param {number} edits
 * @returns {Promise<Record<Mode, number[]>>}
 */
export async function timeEdits(edits) {
  /** @type {Record<Mode, number[]>} */
  const times = { none: [], recommended: [], all: [] };
  const editors = [];
  try {
    for (const mode of MODES) {
      const folder = projectWith(mode);
      const editor = new Editor(folder);
      editors.push({ mode, folder, editor });
      await editor.start();
      await editor.open(OPEN, TEXT);
      await editor.diagnostics(OPEN);
    }
    for (let round = -WARM_UP; round < edits; round++) {
      for (const { mode, editor } of editors) {
        const start = performance.now();
        await editor.type(OPEN, edited(round + WARM_UP));
        const found = await editor.diagnostics(OPEN);
        if (round >= 0) times[mode].push(performance.now() - start);
        if ((found.length === 0) !== (mode === 'none')) throw new Error(`${found.length} findings with ${mode}`);
      }
    }
  } finally {
    for (const { editor, folder } of editors) {
      editor.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return times;
}

/**
 * Milliseconds that each linting of the file took in this process, whose neighbours do not change, and those of its parsing.
 *
 * @param {number} times
 * @param {boolean} edits Whether the file has changed each time.
 * @returns {Record<Mode | 'parse', number[]>}
 */
export function timeLinter(times, edits) {
  const folder = projectWith('none');
  const linter = new Linter({ cwd: folder });
  /** @type {Record<Mode | 'parse', number[]>} */
  const taken = { parse: [], none: [], recommended: [], all: [] };
  let parsing = 0;
  /** @type {typeof parser.parseForESLint} */
  const parseForESLint = (text, options) => {
    const start = performance.now();
    const parsed = parser.parseForESLint(text, options);
    parsing = performance.now() - start;
    return parsed;
  };
  let edit = 0;
  for (let round = -WARM_UP; round < times; round++) {
    for (const mode of MODES) {
      // An edit is made for one mode only: after it, the engine would know for the next one what it found out for this.
      const text = edited(edits ? edit++ : 0);
      const config = hostConfig(plugin, mode === 'none' ? {} : chooseRules(plugin.configs[mode]));
      const start = performance.now();
      linter.verify(text, { ...config, languageOptions: { parser: { ...parser, parseForESLint } } }, join(folder, OPEN));
      if (round < 0) continue;
      taken[mode].push(performance.now() - start);
      if (mode === 'none') taken.parse.push(parsing);
    }
  }
  rmSync(folder, { recursive: true });
  return taken;
}

/** The open file after some edits: a number differs in one of its parts. @param {number} edit */
function edited(edit) {
  const limit = '.max(500)';
  let place = edit % (TEXT.split(limit).length - 1);
  return TEXT.replaceAll(limit, () => (place-- === 0 ? `.max(${501 + edit})` : limit));
}

/** @param {Mode} mode */
function projectWith(mode) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'backend-patterns-')));
  const ours = mode === 'none' ? '' : "import backendPatterns from 'eslint-plugin-backend-patterns';\n";
  const config = `${ours}import parser from '@typescript-eslint/parser';
export default [{ files: ['**/*.ts'], languageOptions: { parser } }${mode === 'none' ? '' : `, backendPatterns.configs.${mode}`}];
`;
  for (const [file, text] of Object.entries({ ...benchProject(), 'eslint.config.js': config })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  mkdirSync(join(folder, 'node_modules/@typescript-eslint'), { recursive: true });
  for (const name of ['eslint', '@typescript-eslint/parser']) symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  symlinkSync(ROOT, join(folder, 'node_modules/eslint-plugin-backend-patterns'), 'junction');
  return folder;
}
