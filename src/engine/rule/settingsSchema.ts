/** What `settings['backend-patterns']` may hold: each setting with its check, and the words in which documents describe it. */
import type { BackendPatternsSettings, DatabaseClientSetting, LoggerSetting } from './settings.js';

/** What is wrong with a value: what it must be. `undefined` where it is right. */
export type Check = (value: unknown) => string | undefined;

export interface Setting {
  readonly check: Check;
  /** How its type is written. */
  readonly type: string;
  /** In Markdown. */
  readonly description: string;
  /** In Markdown; missing where there is none. */
  readonly default?: string;
}

export type Settings<T> = Readonly<Record<keyof T & string, Setting>>;

const ORDERS = ['fields', 'message', 'any'];
const LAYERS = ['controller', 'middleware', 'service', 'repository', 'script', 'test'];

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function strings(description: string, standard = '`[]`'): Setting {
  return { type: 'string[]', description, default: standard, check: (value) => (Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'an array of strings') };
}

function count(description: string, standard: number): Setting {
  return { type: 'number', description, default: `\`${standard}\``, check: (value) => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? undefined : 'a whole number above 0') };
}

function text(description: string): Setting {
  return { type: 'string', description, check: (value) => (typeof value === 'string' ? undefined : 'a string') };
}

export const SETTINGS: Settings<BackendPatternsSettings> = {
  databaseClients: {
    type: 'object[]',
    description: 'In-house clients; see [below](#databaseclients).',
    default: '`[]`',
    check: (value) => (Array.isArray(value) ? undefined : 'an array of clients'),
  },
  responseMethods: strings('Methods that answer the client: `renderJSON` for `res.renderJSON(body)`.'),
  hashFunctions: strings('Functions that hash a password properly.'),
  boundFunctions: strings('Functions that give a number an upper bound.'),
  errorSanitizers: strings('Functions whose result is safe to send, whatever error goes in.'),
  iterationHelpers: strings('Functions that call a callback once per element of their first argument.'),
  asyncHandlers: strings('Wrappers around request handlers.'),
  rateLimiters: strings('Middleware, guards and functions that refuse requests which come too often.'),
  authMiddleware: strings('Middleware and guards that find out who asks, and refuse where nobody can be told.'),
  layers: {
    type: 'object',
    description: `The layer of files, by glob: ${LAYERS.map((layer) => `\`${layer}\``).join(', ')}.`,
    default: 'by what the code is, and its path',
    check: (value) => (isRecord(value) && Object.values(value).every((layer) => LAYERS.includes(layer as string)) ? undefined : `an object of globs, each with one of ${LAYERS.join(', ')}`),
  },
  loggers: {
    type: 'object[]',
    description: 'In-house loggers that cannot be followed; see [below](#loggers).',
    default: '`[]`',
    check: (value) => (Array.isArray(value) ? undefined : 'an array of loggers'),
  },
  maxPageSize: count('The largest page, in messages and suggestions.', 100),
  ignore: strings('Layers, or globs of files, that no rule looks at.', "`['test', 'script']`"),
  followImports: {
    type: 'boolean or object',
    description: '`false` reads one file at a time; an object sets how far imports are followed; see [below](#followimports).',
    default: '`true`',
    check: (value) => (typeof value === 'boolean' || isRecord(value) ? undefined : 'true, false or an object with depth and files'),
  },
};

export const CLIENT_SETTINGS: Settings<DatabaseClientSetting> = {
  module: text('The module that exports it (`@acme/db`), as imports write it. This or `name` is needed.'),
  name: text('The name of the export or of the global; without it, every export of the module is a client.'),
  read: strings('Methods that read. They may also stand below a model: `db.invoices.fetch()`.'),
  write: strings('Methods that write. One of `read` and `write` is needed.'),
};

export const LOGGER_SETTINGS: Settings<LoggerSetting> = {
  module: text('The module that exports it (`@acme/logger`), as imports write it. This or `name` is needed.'),
  name: text('The name of the export or of the global; without it, every export of the module is a logger.'),
  order: {
    type: ORDERS.map((order) => `'${order}'`).join(', '),
    description: 'What stands first in a line: `fields`, an object before the text; `message`, the text with an object after it; `any`, whatever comes.',
    default: "`'any'`",
    check: (value) => (ORDERS.includes(value as string) ? undefined : `one of ${ORDERS.join(', ')}`),
  },
  methods: strings('Methods that write a line.', '`log`, `trace`, `debug`, `info`, `warn`, `error`, `fatal`'),
};

export const FOLLOW_SETTINGS: Settings<{ depth: number; files: number }> = {
  depth: count('How many imports deep a value is followed.', 10),
  files: count('How many files of a project are searched for callers.', 5_000),
};
