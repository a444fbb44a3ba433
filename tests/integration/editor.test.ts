/** The real ESLint language server, spoken to as an editor does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';
import { put } from '../cli/project.js';
import { APP, editorProject, LOOP, MENDED, NAMES, QUIET_NAMES, RAW_ERROR, snippetOf, SUGGESTION } from './editorProject.js';
import { packageOf } from './hosts.js';

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly codeDescription?: { readonly href: string };
  readonly range: { readonly start: { readonly line: number } };
}

interface TextEdit {
  readonly range: Record<'start' | 'end', { readonly line: number; readonly character: number }>;
  readonly newText: string;
}

interface Action {
  readonly title: string;
  readonly command?: { readonly command: string; readonly arguments?: unknown[] };
}

/** What an editor answers when the server asks for its settings; the server does nothing where one of them is missing. */
const SETTINGS = JSON.parse(snippetOf('json')) as object;

let folder = '';
let server: ChildProcess;
let connection: MessageConnection;
let version = 1;
const applied: TextEdit[] = [];
const uriOf = (file: string): string => pathToFileURL(join(folder, file)).href;

beforeAll(async () => {
  folder = editorProject();
  server = spawn(process.execPath, [join(packageOf('vscode-langservers-extracted'), 'bin/vscode-eslint-language-server'), '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  if (!server.stdout || !server.stdin) throw new Error('the server has no streams');
  connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({ ...SETTINGS, workspaceFolder: { uri: pathToFileURL(folder).href, name: 'backend' } })));
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: { documentChanges?: { edits: TextEdit[] }[]; changes?: Record<string, TextEdit[]> } }) => {
    applied.push(...(edit.documentChanges ?? []).flatMap(({ edits }) => edits), ...Object.values(edit.changes ?? {}).flat());
    return { applied: true };
  });
  connection.onRequest(() => null);
  connection.listen();
  const literals = { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll', 'source.fixAll.eslint'] } };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'backend' }],
    capabilities: {
      workspace: { configuration: true, applyEdit: true, workspaceFolders: true, workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
      textDocument: { codeAction: { codeActionLiteralSupport: literals }, diagnostic: { dynamicRegistration: true }, synchronization: {} },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: uriOf('src/app.js'), languageId: 'javascript', version, text: APP } });
}, 60_000);

afterAll(() => {
  connection.dispose();
  server.kill();
});

async function diagnostics(): Promise<Diagnostic[]> {
  const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: uriOf('src/app.js') } });
  return items;
}

async function edit(text: string): Promise<void> {
  version++;
  await connection.sendNotification('textDocument/didChange', { textDocument: { uri: uriOf('src/app.js'), version }, contentChanges: [{ text }] });
}

function editedBy(edits: readonly TextEdit[], text: string): string {
  const starts = text.split('\n').reduce<number[]>((all, line) => [...all, (all.at(-1) ?? 0) + line.length + 1], [0]);
  const offset = ({ line, character }: { line: number; character: number }): number => (starts[line] ?? 0) + character;
  return edits.reduce((now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)), text);
}

const lines = (found: readonly Diagnostic[]): string[] => found.map(({ code, range }) => `${code}:${range.start.line + 1}`).sort();

describe('an editor', () => {
  it('shows findings when a file is opened, each with a link to its page', async () => {
    const found = await diagnostics();
    expect(lines(found)).toEqual([LOOP, RAW_ERROR]);
    expect(found.map(({ codeDescription }) => codeDescription?.href)).toContain('https://github.com/backend-patterns/eslint-plugin-backend-patterns/blob/main/docs/rules/no-n-plus-one.md');
  });

  it('follows what is typed', async () => {
    await edit(MENDED);
    expect(lines(await diagnostics())).toEqual([LOOP]);
    await edit(APP);
    expect(lines(await diagnostics())).toEqual([LOOP, RAW_ERROR]);
  });

  it('sees what was saved in another file', async () => {
    put(folder, 'src/names.js', QUIET_NAMES);
    await edit(`${APP} `);
    expect(lines(await diagnostics())).toEqual([RAW_ERROR]);
    put(folder, 'src/names.js', NAMES);
    await edit(APP);
    expect(lines(await diagnostics())).toEqual([LOOP, RAW_ERROR]);
  });

  it('offers what a rule suggests, and makes that edit', async () => {
    const found = await diagnostics();
    const diagnostic = found.find(({ code }) => code.endsWith('no-raw-error-response'));
    const actions = await connection.sendRequest<Action[]>('textDocument/codeAction', { textDocument: { uri: uriOf('src/app.js') }, range: diagnostic?.range, context: { diagnostics: [diagnostic] } });
    const action = actions.find(({ title }) => title.startsWith(SUGGESTION));
    expect(action?.command).toBeDefined();
    await connection.sendRequest('workspace/executeCommand', { command: action?.command?.command, arguments: action?.command?.arguments });
    expect(editedBy(applied, APP)).toBe(MENDED);
  });
});
