/** What messages of `no-n-plus-one` tell to do instead. */
import { expect, it } from 'vitest';
import { libraries } from '#catalog';
import { settingsLibraries } from '../../src/engine/rule/settings.js';

const own = settingsLibraries({ databaseClients: [{ name: 'db', read: ['get'] }] });
/** Whose calls are round trips: a cache in the process's own memory makes none. */
const reported = [...libraries, ...own].filter(({ kind, inProcess }) => (kind === 'database' || kind === 'cache') && !inProcess);

it.each(reported.map((library) => [library.name, library] as const))('%s says what to write instead of a read and of a write a row', (_name, { remedy }) => {
  expect(remedy?.read).toMatch(/\w/);
  expect(remedy?.write).toMatch(/\w/);
});
