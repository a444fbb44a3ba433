import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';
import { ROOT } from './run.mjs';

/** @typedef {{ code: string, message: string, codeDescription?: { href: string }, range: { start: { line: number } } }} Diagnostic */
/** @typedef {{ range: Record<'start' | 'end', { line: number, character: number }>, newText: string }} TextEdit */
/** @typedef {{ title: string, command?: { command: string, arguments?: unknown[] } }} Action */

const SERVER = join(ROOT, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server');

/** The block in a language that docs/editor.md shows. @param {string} language */
export function snippetOf(language) {
  const [block, ...more] = readFileSync(join(ROOT, 'docs/editor.md'), 'utf8').matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'));
  if (block?.[1] === undefined || more.length > 0) throw new Error(`docs/editor.md has not one block of ${language}`);
  return block[1];
}

/** The ESLint language server in a project, spoken to as an editor does. */
export class Editor {
  #folder;
  #server;
  #connection;
  #version = 0;
  /** What the server has asked to change. @type {TextEdit[]} */
  applied = [];

  /** @param {string} folder */
  constructor(folder) {
    this.#folder = folder;
    this.#server = spawn(process.execPath, [SERVER, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    this.#connection = createMessageConnection(new StreamMessageReader(this.#server.stdout), new StreamMessageWriter(this.#server.stdin));
  }

  async start() {
    const workspaceFolder = { uri: this.#uriOf(''), name: basename(this.#folder) };
    const settings = { .../** @type {object} */ (JSON.parse(snippetOf('json'))), workspaceFolder };
    this.#connection.onRequest('workspace/configuration', (/** @type {{ items: unknown[] }} */ { items }) => items.map(() => settings));
    this.#connection.onRequest('workspace/applyEdit', (/** @type {{ edit: { documentChanges?: { edits: TextEdit[] }[], changes?: Record<string, TextEdit[]> } }} */ { edit }) => {
      this.applied.push(...(edit.documentChanges ?? []).flatMap(({ edits }) => edits), ...Object.values(edit.changes ?? {}).flat());
      return { applied: true };
    });
    this.#connection.onRequest(() => null);
    this.#connection.listen();
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: workspaceFolder.uri,
      workspaceFolders: [workspaceFolder],
      capabilities: {
        workspace: { configuration: true, applyEdit: true, workspaceFolders: true, workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
        textDocument: {
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll', 'source.fixAll.eslint'] } } },
          diagnostic: { dynamicRegistration: true },
          synchronization: {},
        },
      },
    });
    await this.#connection.sendNotification('initialized', {});
  }

  /** @param {string} file @param {string} text */
  async open(file, text) {
    const language = /\.[cm]?ts$/.test(file) ? 'typescript' : 'javascript';
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument: { uri: this.#uriOf(file), languageId: language, version: ++this.#version, text } });
  }

  /** Makes this the file's text, unsaved. @param {string} file @param {string} text */
  async type(file, text) {
    await this.#connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.#uriOf(file), version: ++this.#version }, contentChanges: [{ text }] });
  }

  /** @param {string} file @returns {Promise<Diagnostic[]>} */
  async diagnostics(file) {
    const { items } = await this.#connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: this.#uriOf(file) } });
    return items;
  }

  /** What can be done about a finding. @param {string} file @param {Diagnostic | undefined} diagnostic @returns {Promise<Action[]>} */
  actions(file, diagnostic) {
    return this.#connection.sendRequest('textDocument/codeAction', { textDocument: { uri: this.#uriOf(file) }, range: diagnostic?.range, context: { diagnostics: [diagnostic] } });
  }

  /** @param {Action | undefined} action */
  async take(action) {
    await this.#connection.sendRequest('workspace/executeCommand', { ...action?.command });
  }

  stop() {
    this.#connection.dispose();
    this.#server.kill();
  }

  /** @param {string} file */
  #uriOf(file) {
    return pathToFileURL(join(this.#folder, file)).href;
  }
}
