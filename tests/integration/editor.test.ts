/** The real ESLint language server, spoken to as an editor does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';
import { ROOT } from '../../scripts/lib/run.mjs';
import { projectOf } from '../cli/project.js';

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

const LOADS = `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export function nameOf(id) {
  return prisma.user.findUnique({ where: { id } });
}
`;
const APP = `import express from 'express';
import { nameOf } from './names.js';
const app = express();
app.get('/names', async (req, res, next) => {
  try {
    const names = [];
    for (const id of req.body.ids) names.push(await nameOf(id));
    res.json(names);
  } catch (error) {
    res.status(500).json(error);
  }
});
`;
/** What an editor answers when the server asks for its settings; the server does nothing where one of them is missing. */
const SETTINGS = {
  validate: 'on',
  run: 'onType',
  experimental: {},
  problems: {},
  rulesCustomizations: [],
  nodePath: null,
  codeActionOnSave: {},
  codeAction: { disableRuleComment: {}, showDocumentation: {} },
  workingDirectory: { mode: 'location' },
};

let folder = '';
let server: ChildProcess;
let connection: MessageConnection;
let version = 1;
const applied: TextEdit[] = [];
const uriOf = (file: string): string => pathToFileURL(join(folder, file)).href;

beforeAll(async () => {
  folder = projectOf({
    'package.json': JSON.stringify({ type: 'module', dependencies: { express: '4', '@prisma/client': '6' } }),
    'eslint.config.js': "import backendPatterns from 'eslint-plugin-backend-patterns';\nexport default [backendPatterns.configs.recommended];\n",
    'src/app.js': APP,
    'src/names.js': LOADS,
  });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules/eslint'), join(folder, 'node_modules/eslint'), 'junction');
  symlinkSync(ROOT, join(folder, 'node_modules/eslint-plugin-backend-patterns'), 'junction');

  server = spawn(process.execPath, [join(ROOT, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server'), '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
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
    expect(lines(found)).toEqual(['backend-patterns/no-n-plus-one:7', 'backend-patterns/no-raw-error-response:10']);
    expect(found.map(({ codeDescription }) => codeDescription?.href)).toContain('https://github.com/backend-patterns/eslint-plugin-backend-patterns/blob/main/docs/rules/no-n-plus-one.md');
  });

  it('follows what is typed', async () => {
    await edit(APP.replace('json(error)', "json({ code: 'failed' })"));
    expect(lines(await diagnostics())).toEqual(['backend-patterns/no-n-plus-one:7']);
    await edit(APP);
    expect(lines(await diagnostics())).toHaveLength(2);
  });

  it('sees what was saved in another file', async () => {
    writeFileSync(join(folder, 'src/names.js'), "export function nameOf(id) {\n  return `user ${id}`;\n}\n");
    await edit(`${APP} `);
    expect(lines(await diagnostics())).toEqual(['backend-patterns/no-raw-error-response:10']);
    writeFileSync(join(folder, 'src/names.js'), LOADS);
    await edit(APP);
    expect(lines(await diagnostics())).toHaveLength(2);
  });

  it('offers what a rule suggests, and makes that edit', async () => {
    const found = await diagnostics();
    const diagnostic = found.find(({ code }) => code.endsWith('no-raw-error-response'));
    const actions = await connection.sendRequest<Action[]>('textDocument/codeAction', { textDocument: { uri: uriOf('src/app.js') }, range: diagnostic?.range, context: { diagnostics: [diagnostic] } });
    const action = actions.find(({ title }) => title.startsWith('Pass the error on with `next(error)`'));
    expect(action?.command).toBeDefined();
    await connection.sendRequest('workspace/executeCommand', { command: action?.command?.command, arguments: action?.command?.arguments });
    expect(editedBy(applied, APP)).toBe(APP.replace('res.status(500).json(error);', 'next(error);'));
  });
});
