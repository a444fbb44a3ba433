/** A real Neovim without a screen, its own LSP client, and the ESLint language server as docs/editor.md sets it up. */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { snippetOf } from '../../scripts/lib/languageServer.mjs';
import { ROOT } from '../../scripts/lib/run.mjs';
import { put } from '../cli/project.js';
import { APP, editorProject, LOOP, MENDED, NAMES, QUIET_NAMES, RAW_ERROR, SUGGESTION } from './editorProject.js';
import { packageOf } from './hosts.js';

const NEOVIM = process.env.NVIM_PATH ?? 'nvim';
const asked = spawnSync(NEOVIM, ['--version'], { encoding: 'utf8' });
const [, major, minor] = /^NVIM v(\d+)\.(\d+)/.exec(asked.status === 0 ? asked.stdout : '') ?? [];
const isAtLeast10 = Number(major) > 0 || Number(minor) >= 10;

function whyNot(asks: boolean): string | undefined {
  if (process.platform === 'win32') return 'this test finds programs as Unix does';
  if (major === undefined) return 'no nvim on the PATH or at NVIM_PATH';
  return asks && !isAtLeast10 ? 'Neovim asks for findings from 0.10 on' : undefined;
}

const SERVERS = [
  { name: 'a server that sends findings', server: 'vscode-langservers-extracted-4.8', why: whyNot(false) },
  { name: 'a server that is asked for findings', server: 'vscode-langservers-extracted', why: whyNot(true) },
];

describe.each(SERVERS)('Neovim and $name', ({ server, why }) => {
  describe.skipIf(why !== undefined)(why === undefined ? 'in a project' : `(left out: ${why})`, () => {
    let folder = '';
    let socket = '';
    let neovim: ChildProcess;
    let said = '';

    beforeAll(async () => {
      folder = editorProject();
      socket = join(folder, 'nvim.sock');
      writeFileSync(join(folder, 'init.lua'), snippetOf('lua'));
      const setup = ['--headless', '--clean', '--listen', socket, '--cmd', `luafile ${join(ROOT, 'tests/integration/neovim.lua')}`, '-u', 'init.lua'];
      neovim = spawn(NEOVIM, setup, { cwd: folder, env: { ...process.env, PATH: [join(packageOf(server), 'bin'), process.env.PATH].join(delimiter) }, stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [neovim.stdout, neovim.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await vi.waitFor(() => {
        if (!existsSync(socket)) throw new Error(`Neovim does not listen: ${said}`);
      }, 50_000);
    });

    afterAll(async () => {
      const gone = once(neovim, 'exit');
      await ask("execute('qall!')").catch(() => neovim.kill());
      await gone;
    });

    beforeEach(async () => {
      put(folder, 'src/app.js', APP);
      put(folder, 'src/names.js', NAMES);
      await editor('close');
      await editor('open', 'src/app.js');
      await shows(LOOP, RAW_ERROR);
    });

    /** What an expression of Vim's gives. */
    function ask(expression: string): Promise<unknown> {
      return new Promise((done, fail) => {
        execFile(NEOVIM, ['--server', socket, '--remote-expr', `json_encode(${expression})`], (error, out, err) => {
          // Neovim 0.7 prints the answer where errors go.
          if (error) fail(new Error(err || error.message));
          else done(JSON.parse(out || err || 'null'));
        });
      });
    }

    /** Calls a function of neovim.lua. */
    function editor(name: string, ...values: readonly (string | number)[]): Promise<unknown> {
      return ask(`v:lua.Editor.${name}(${values.map((value) => `json_decode('${JSON.stringify(value).replaceAll("'", "''")}')`).join(', ')})`);
    }

    const shows = (...findings: readonly string[]): Promise<void> => expect.poll(() => editor('shown'), { timeout: 20_000, interval: 50 }).toEqual(findings);

    it('shows findings when a file is opened', async () => {
      await editor('close');
      await editor('open', 'src/app.js');
      await shows(LOOP, RAW_ERROR);
    });

    it('follows what is typed', async () => {
      await editor('type', MENDED);
      await shows(LOOP);
      await editor('type', APP);
      await shows(LOOP, RAW_ERROR);
    });

    it('sees what was saved in another file, at the next edit', async () => {
      await editor('open', 'src/names.js');
      await editor('type', QUIET_NAMES);
      await editor('save');
      await editor('open', 'src/app.js');
      await editor('type', `// Names\n${APP}`);
      await shows('backend-patterns/no-raw-error-response:11');
    });

    it('offers what a rule suggests, and makes that edit', async () => {
      await editor('choose', 10, SUGGESTION);
      await expect.poll(() => editor('text'), { timeout: 20_000, interval: 50 }).toBe(MENDED.trimEnd());
      await shows(LOOP);
    });
  });
});
