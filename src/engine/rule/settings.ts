/** `settings['backend-patterns']`: what a team says once for all rules. Checked here, with one clear line where it is wrong. */
import { all, type Library, type Member } from '#catalog';
import { CLIENT_SETTINGS, FOLLOW_SETTINGS, isRecord, LOGGER_SETTINGS, type Setting, SETTINGS } from './settingsSchema.js';

/** An in-house client: how it is come by, and which of its methods read and write. */
export interface DatabaseClientSetting {
  /** The module that exports it (`@acme/db`), as import specifiers write it. */
  readonly module?: string;
  /** The name under which it is exported; without it, every export of the module is a client. */
  readonly name?: string;
  /** Method names that read. A method may also stand below a model: `db.users.fetch()`. */
  readonly read?: readonly string[];
  /** Method names that write. */
  readonly write?: readonly string[];
}

/** An in-house logger: how it is come by, and what its methods take. */
export interface LoggerSetting {
  /** The module that exports it (`@acme/logger`), as import specifiers write it. */
  readonly module?: string;
  /** The name under which it is exported, or by which it is known without an import; without it, every export of the module is a logger. */
  readonly name?: string;
  /** What stands first: `fields`, an object before the text; `message`, the text with an object after it; `any` (the default), which prints whatever comes. */
  readonly order?: 'fields' | 'message' | 'any';
  /** Method names that write a line, where they are others than `log`, `trace`, `debug`, `info`, `warn`, `error` and `fatal`. */
  readonly methods?: readonly string[];
}

export interface BackendPatternsSettings {
  readonly databaseClients?: readonly DatabaseClientSetting[];
  /** Methods that answer the client: `renderJSON` for `res.renderJSON(body)`. */
  readonly responseMethods?: readonly string[];
  /** Functions that hash a password properly. */
  readonly hashFunctions?: readonly string[];
  /** Functions that give a number an upper bound. */
  readonly boundFunctions?: readonly string[];
  /** Functions whose result is safe to send, whatever error goes in. */
  readonly errorSanitizers?: readonly string[];
  /** Functions that call their last argument once per element of their first. */
  readonly iterationHelpers?: readonly string[];
  /** Loggers of the team's own that cannot be followed. */
  readonly loggers?: readonly LoggerSetting[];
  /** Wrappers around request handlers. */
  readonly asyncHandlers?: readonly string[];
  /** Middleware, guards and functions that refuse requests which come too often. */
  readonly rateLimiters?: readonly string[];
  /** Middleware and guards that find out who asks, and refuse where nobody can be told. */
  readonly authMiddleware?: readonly string[];
  /** Globs → layer: `{ 'src/jobs/**': 'service' }`. */
  readonly layers?: Readonly<Record<string, 'controller' | 'middleware' | 'service' | 'repository' | 'script' | 'test'>>;
  /** The largest page that may be asked for; it stands in messages and suggestions. Default 100. */
  readonly maxPageSize?: number;
  /** Layers, or globs of files, that are left alone. Default: `['test', 'script']`. */
  readonly ignore?: readonly string[];
  /** `false` reads one file at a time; an object sets how many imports deep and how many files wide. */
  readonly followImports?: boolean | { readonly depth?: number; readonly files?: number };
}

/** The settings of a configuration. Throws an error of one line for an unknown key or a wrong type. */
export function readSettings(value: unknown): BackendPatternsSettings {
  if (value === undefined) return {};
  check(value, SETTINGS, "settings['backend-patterns']");
  const settings = value as BackendPatternsSettings;
  settings.databaseClients?.forEach((client, index) => {
    check(client, CLIENT_SETTINGS, `settings['backend-patterns'].databaseClients[${String(index)}]`);
    if (client.module === undefined && client.name === undefined) throw plain(`settings['backend-patterns'].databaseClients[${String(index)}] needs a module or a name to know the client by.`);
    if (!client.read?.length && !client.write?.length) throw plain(`settings['backend-patterns'].databaseClients[${String(index)}] needs read or write: the names of the client's methods.`);
  });
  settings.loggers?.forEach((logger, index) => {
    const where = `settings['backend-patterns'].loggers[${String(index)}]`;
    check(logger, LOGGER_SETTINGS, where);
    if (logger.module === undefined && logger.name === undefined) throw plain(`${where} needs a module or a name to know the logger by.`);
  });
  if (isRecord(settings.followImports)) check(settings.followImports, FOLLOW_SETTINGS, "settings['backend-patterns'].followImports");
  return settings;
}

/** The libraries that settings describe. */
export function settingsLibraries(settings: BackendPatternsSettings): Library[] {
  return [...(settings.databaseClients ?? []).map(clientLibrary), ...(settings.loggers ?? []).map(loggerLibrary)];
}

function loggerLibrary({ module, name, order = 'any', methods }: LoggerSetting): Library {
  const exported: Member = { type: 'Logger', returns: 'Logger', constructs: 'Logger' };
  const line: Member = { logs: { order, ...(order === 'fields' && { rest: 'dropped' }) } };
  return {
    name: name ?? module ?? 'logger',
    kind: 'logging',
    packages: module === undefined ? [] : [module],
    exports: name === undefined ? anyExport(exported) : { [name]: exported },
    ...(module === undefined && name !== undefined && { globals: { [name]: { type: 'Logger' } } }),
    types: { Logger: { call: { returns: 'Logger' }, construct: { returns: 'Logger' }, members: { ...all(methods ?? ['log', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'], line), child: { returns: 'this' } } } },
  };
}

/** Exports of whatever name. */
function anyExport(exported: Member): Library['exports'] {
  return new Proxy({}, { get: () => exported, getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: exported }) });
}

function clientLibrary(client: DatabaseClientSetting): Library {
  const reads = all(client.read ?? [], { query: { access: 'read', rows: 'many', filter: [[0]], size: [[0, 'limit'], [0, 'take']] } } satisfies Member);
  const writes = all(client.write ?? [], { query: { access: 'write', rows: 'value', data: [[0]] } } satisfies Member);
  const exported: Member = { type: 'Client', returns: 'Client', constructs: 'Client' };
  const name = client.name ?? 'default';
  return {
    name: client.module === undefined ? name : (client.name ?? client.module),
    kind: 'database',
    packages: client.module === undefined ? [] : [client.module],
    exports: client.name === undefined ? anyExport(exported) : { [name]: exported },
    ...(client.module === undefined && { globals: { [name]: exported } }),
    types: { Client: { client: 'client', members: { ...reads, ...writes }, any: { type: 'Model', names: 'member' } }, Model: { client: 'model', members: { ...reads, ...writes } } },
    remedy: { read: 'fetch all rows in one call', write: 'write all rows in one call' },
  };
}

function check(value: unknown, known: Readonly<Record<string, Setting>>, where: string): void {
  if (!isRecord(value)) throw plain(`${where} must be an object.`);
  for (const [key, item] of Object.entries(value)) {
    const setting = Object.hasOwn(known, key) ? known[key] : undefined;
    if (!setting) throw plain(`${where} has no setting "${key}". Did you mean "${nearest(key, Object.keys(known))}"?`);
    const wanted = item === undefined ? undefined : setting.check(item);
    if (wanted !== undefined) throw plain(`${where}.${key} must be ${wanted}.`);
  }
}

/** An error without a stack: the line is all that the user needs. */
function plain(message: string): Error {
  const error = new Error(`eslint-plugin-backend-patterns: ${message}`);
  error.stack = error.message;
  return error;
}

function nearest(word: string, candidates: readonly string[]): string {
  const away = (candidate: string): number => distance(word.toLowerCase(), candidate.toLowerCase());
  return candidates.reduce((best, candidate) => (away(candidate) < away(best) ? candidate : best));
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  let last = b.length;
  for (const letter of a) {
    let corner = 0;
    row = row.map((above, at) => {
      last = at === 0 ? above + 1 : Math.min(above + 1, last + 1, corner + (letter === b[at - 1] ? 0 : 1));
      corner = above;
      return last;
    });
  }
  return last;
}
