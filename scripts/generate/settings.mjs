import { CLIENT_SETTINGS, FOLLOW_SETTINGS, LOGGER_SETTINGS, SETTINGS } from '#engine';
import { fillRegion, table } from './region.mjs';

const PAGE = 'docs/settings.md';
const TABLES = { settings: SETTINGS, databaseClients: CLIENT_SETTINGS, loggers: LOGGER_SETTINGS, followImports: FOLLOW_SETTINGS };

/**
 * The tables of settings, read off what checks them.
 *
 * @param {import('eslint').ESLint.Plugin} _plugin
 * @param {(path: string) => string} read
 * @returns {[path: string, content: string][]}
 */
export function settingsTables(_plugin, read) {
  let page = read(PAGE);
  for (const [name, settings] of Object.entries(TABLES)) page = fillRegion(PAGE, page, name, table(['Setting', 'Type', 'Says', 'Default'], rowsOf(settings)));
  return [[PAGE, page]];
}

/** @param {Readonly<Record<string, import('#engine').Setting>>} settings */
function rowsOf(settings) {
  return Object.entries(settings).map(([name, { type, description, default: standard = '' }]) => [`\`${name}\``, type, description, standard]);
}
