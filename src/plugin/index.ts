/** The package's entry: the plugin object, for ESM (`import`) and CommonJS (`require`) alike. */
import { createRequire } from 'node:module';
import type { ESLint, Linter } from 'eslint';
import { CATEGORIES, type PresetName, rulesOf } from './presets.js';
import { rules } from './rules.js';

export type { BackendPatternsSettings, DatabaseClientSetting, LoggerSetting } from '#engine';
export type { BackendPatternsRules, RuleOptions } from './options.js';

/** The plugin: its rules, and one flat config a preset. */
export interface BackendPatternsPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: NonNullable<ESLint.Plugin['rules']>;
  readonly configs: Readonly<Record<PresetName, Linter.Config>>;
}

const { name, version } = createRequire(import.meta.url)('eslint-plugin-backend-patterns/package.json') as { name: string; version: string };

const configs = {} as Record<PresetName, Linter.Config>;
const plugin: BackendPatternsPlugin = { meta: { name, version, namespace: 'backend-patterns' }, rules, configs };
for (const preset of ['recommended', 'strict', 'all', ...CATEGORIES] as const) configs[preset] = { name: `backend-patterns/${preset}`, plugins: { 'backend-patterns': plugin }, rules: rulesOf(preset) };

export { plugin as default, plugin as 'module.exports' };
