/** The real ESLint language server, spoken to as an editor does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Diagnostic, Editor, type TextEdit } from '../../scripts/lib/languageServer.mjs';
import { put } from '../cli/project.js';
import { APP, editorProject, LOOP, MENDED, NAMES, QUIET_NAMES, RAW_ERROR, SUGGESTION } from './editorProject.js';

const FILE = 'src/app.js';
let folder = '';
let editor: Editor;

beforeAll(async () => {
  folder = editorProject();
  editor = new Editor(folder);
  await editor.start();
  await editor.open(FILE, APP);
}, 60_000);

afterAll(() => editor.stop());

function editedBy(edits: readonly TextEdit[], text: string): string {
  const starts = text.split('\n').reduce<number[]>((all, line) => [...all, (all.at(-1) ?? 0) + line.length + 1], [0]);
  const offset = ({ line, character }: { line: number; character: number }): number => (starts[line] ?? 0) + character;
  return edits.reduce((now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)), text);
}

const lines = (found: readonly Diagnostic[]): string[] => found.map(({ code, range }) => `${code}:${range.start.line + 1}`).sort();

describe('an editor', () => {
  it('shows findings when a file is opened, each with a link to its page', async () => {
    const found = await editor.diagnostics(FILE);
    expect(lines(found)).toEqual([LOOP, RAW_ERROR]);
    expect(found.map(({ codeDescription }) => codeDescription?.href)).toContain('https://github.com/backend-patterns/eslint-plugin-backend-patterns/blob/main/docs/rules/no-n-plus-one.md');
  });

  it('follows what is typed', async () => {
    await editor.type(FILE, MENDED);
    expect(lines(await editor.diagnostics(FILE))).toEqual([LOOP]);
    await editor.type(FILE, APP);
    expect(lines(await editor.diagnostics(FILE))).toEqual([LOOP, RAW_ERROR]);
  });

  it('sees what was saved in another file', async () => {
    put(folder, 'src/names.js', QUIET_NAMES);
    await editor.type(FILE, `${APP} `);
    expect(lines(await editor.diagnostics(FILE))).toEqual([RAW_ERROR]);
    put(folder, 'src/names.js', NAMES);
    await editor.type(FILE, APP);
    expect(lines(await editor.diagnostics(FILE))).toEqual([LOOP, RAW_ERROR]);
  });

  it('offers what a rule suggests, and makes that edit', async () => {
    const found = await editor.diagnostics(FILE);
    const actions = await editor.actions(FILE, found.find(({ code }) => code.endsWith('no-raw-error-response')));
    const action = actions.find(({ title }) => title.startsWith(SUGGESTION));
    expect(action?.command).toBeDefined();
    await editor.take(action);
    expect(editedBy(editor.applied, APP)).toBe(MENDED);
  });
});
