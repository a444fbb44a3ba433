/** The package's entry: the plugin object, for ESM (`import`) and CommonJS (`require`) alike. */
import { createRequire } from 'node:module';
import type { ESLint, Linter } from 'eslint';
import { legacyConfigOf, type PresetName, PRESETS, rulesOf } from './presets.js';
import { rules } from './rules.js';

export type { BackendPatternsSettings, DatabaseClientSetting, LoggerSetting } from '#engine';
export type { BackendPatternsRules, RuleOptions } from './options.js';

/** The plugin: its rules, and for each preset a flat config and one for eslintrc files. */
export interface BackendPatternsPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: NonNullable<ESLint.Plugin['rules']>;
  readonly configs: Readonly<Record<PresetName, Linter.Config> & Record<`${PresetName}-legacy`, Linter.LegacyConfig>>;
}

const { name, version } = createRequire(import.meta.url)('eslint-plugin-backend-patterns/package.json') as { name: string; version: string };

const configs = {} as Record<PresetName, Linter.Config> & Record<`${PresetName}-legacy`, Linter.LegacyConfig>;
const plugin: BackendPatternsPlugin = { meta: { name, version, namespace: 'backend-patterns' }, rules, configs };
for (const preset of PRESETS) {
  configs[preset] = { name: `backend-patterns/${preset}`, plugins: { 'backend-patterns': plugin }, rules: rulesOf(preset) };
  configs[`${preset}-legacy`] = legacyConfigOf(preset);
}

export { plugin as default, plugin as 'module.exports' };
