/** What a wrong setting says: one line that names the key, and what may stand there. */
import { describe, expect, it } from 'vitest';
import { readSettings, settingsLibraries } from '../../src/engine/rule/settings.js';

/** The line that reading these settings stops with, without the plugin's name in front. */
function complaint(settings: unknown): string {
  try {
    readSettings(settings);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    expect(error.stack).toBe(error.message);
    return error.message.replace('eslint-plugin-backend-patterns: ', '');
  }
  return 'nothing is wrong';
}

const HERE = "settings['backend-patterns']";

describe('a wrong setting stops the run with a line that names it', () => {
  it.each<[title: string, settings: unknown, line: string]>([
    ['a list in place of the settings', [], `${HERE} must be an object.`],
    ['nothing in place of the settings', null, `${HERE} must be an object.`],
    ['a key that is misspelled', { responseMethod: ['ok'] }, `${HERE} has no setting "responseMethod". Did you mean "responseMethods"?`],
    ['a key in another case', { MAXPAGESIZE: 10 }, `${HERE} has no setting "MAXPAGESIZE". Did you mean "maxPageSize"?`],
    ['a key that every object has', { toString: [] }, `${HERE} has no setting "toString". Did you mean "layers"?`],
    ['a word in place of a list', { hashFunctions: 'digest' }, `${HERE}.hashFunctions must be an array of strings.`],
    ['a list of something else', { boundFunctions: [/clamp/] }, `${HERE}.boundFunctions must be an array of strings.`],
    ['a number as text', { maxPageSize: '100' }, `${HERE}.maxPageSize must be a whole number above 0.`],
    ['a broken number', { maxPageSize: 12.5 }, `${HERE}.maxPageSize must be a whole number above 0.`],
    ['a page without rows', { maxPageSize: 0 }, `${HERE}.maxPageSize must be a whole number above 0.`],
    ['a layer that there is not', { layers: { 'src/**': 'model' } }, `${HERE}.layers must be an object of globs, each with one of controller, middleware, service, repository, script, test.`],
    ['layers as a list', { layers: ['controller'] }, `${HERE}.layers must be an object of globs, each with one of controller, middleware, service, repository, script, test.`],
    ['a word for followImports', { followImports: 'no' }, `${HERE}.followImports must be true, false or an object with depth and files.`],
    ['a key of followImports that is misspelled', { followImports: { dept: 3 } }, `${HERE}.followImports has no setting "dept". Did you mean "depth"?`],
    ['a depth below 1', { followImports: { depth: 0 } }, `${HERE}.followImports.depth must be a whole number above 0.`],
    ['a client that is not in a list', { databaseClients: { name: 'db' } }, `${HERE}.databaseClients must be an array of clients.`],
    ['a client that is only a name', { databaseClients: ['db'] }, `${HERE}.databaseClients[0] must be an object.`],
    ['a client whose name is no text', { databaseClients: [{ name: 1, read: ['get'] }] }, `${HERE}.databaseClients[0].name must be a string.`],
    ['a client that nothing tells apart', { databaseClients: [{ read: ['get'] }] }, `${HERE}.databaseClients[0] needs a module or a name to know the client by.`],
    ['the second client without methods', { databaseClients: [{ name: 'db', write: ['put'] }, { module: '@acme/db' }] }, `${HERE}.databaseClients[1] needs read or write: the names of the client's methods.`],
    ['a client with empty lists of methods', { databaseClients: [{ name: 'db', read: [], write: [] }] }, `${HERE}.databaseClients[0] needs read or write: the names of the client's methods.`],
    ['a logger that is not in a list', { loggers: { name: 'log' } }, `${HERE}.loggers must be an array of loggers.`],
    ['a logger that nothing tells apart', { loggers: [{ order: 'fields' }] }, `${HERE}.loggers[0] needs a module or a name to know the logger by.`],
    ['an order that there is not', { loggers: [{ name: 'log', order: 'text' }] }, `${HERE}.loggers[0].order must be one of fields, message, any.`],
  ])('%s', (_title, settings, line) => {
    expect(complaint(settings)).toBe(line);
  });
});

describe('what is right is taken as it is', () => {
  it.each<[title: string, settings: unknown]>([
    ['no settings at all', undefined],
    ['none set', {}],
    ['a key that is left undefined', { ignore: undefined, maxPageSize: undefined }],
    ['followImports off', { followImports: false }],
    ['followImports with one limit', { followImports: { files: 10 } }],
    ['a client that is only a global', { databaseClients: [{ name: 'db', read: ['get'] }] }],
    ['a logger that is only a global', { loggers: [{ name: 'log', order: 'message', methods: ['note'] }] }],
    ['a client that only writes', { databaseClients: [{ module: '@acme/audit', write: ['log'] }] }],
  ])('%s', (_title, settings) => {
    expect(complaint(settings)).toBe('nothing is wrong');
    expect(readSettings(settings)).toEqual(settings ?? {});
  });
});

describe('the library of an in-house client', () => {
  const [global, whole, named] = settingsLibraries({
    databaseClients: [{ name: 'db', read: ['get'] }, { module: '@acme/audit', write: ['log'] }, { module: '@acme/db', name: 'client', read: ['get'] }],
  });

  it('goes by its name, or else by its module', () => {
    expect([global?.name, whole?.name, named?.name]).toEqual(['db', '@acme/audit', 'client']);
  });

  it('is a global only where no module exports it', () => {
    expect([global, whole, named].map((library) => Object.keys(library?.globals ?? {}))).toEqual([['db'], [], []]);
    expect([global, whole, named].map((library) => library?.packages)).toEqual([[], ['@acme/audit'], ['@acme/db']]);
  });

  it('takes every export of a module for the client where no name is given', () => {
    expect(whole?.exports.anything).toEqual({ type: 'Client', returns: 'Client', constructs: 'Client' });
    expect(named?.exports.anything).toBeUndefined();
  });
});
