/** The configs, computed from what the rules say of themselves. */
import type { Linter } from 'eslint';
import type { Category, PluginRule } from '#engine';
import { rules } from './rules.js';

export const CATEGORIES: readonly Category[] = ['security', 'performance', 'architecture', 'quality'];
export type PresetName = 'recommended' | 'strict' | 'all' | Category;
export const PRESETS: readonly PresetName[] = ['recommended', 'strict', 'all', ...CATEGORIES];

/**
 * The rules of a preset. `recommended` ⊂ `strict` ⊂ `all`; a focus has its category's rules of `strict`. All but `recommended`
 * also set the options that a rule has for `strict`.
 */
export function rulesOf(preset: PresetName, all: Readonly<Record<string, Pick<PluginRule, 'meta'>>> = rules): Linter.RulesRecord {
  const chosen = Object.entries(all).filter(([, rule]) => {
    const { docs } = rule.meta;
    if (preset === 'recommended') return docs.preset === 'recommended';
    return preset === 'strict' || preset === 'all' || docs.category === preset;
  });
  return Object.fromEntries(
    chosen.map(([name, rule]) => {
      const { strictOptions } = rule.meta.docs;
      return [`backend-patterns/${name}`, strictOptions && preset !== 'recommended' ? ['error', { ...strictOptions }] : 'error'];
    }),
  );
}

/** A preset for the configuration files that ESLint had before 9, which name plugins and find them by themselves: `plugin:backend-patterns/recommended-legacy`. */
export function legacyConfigOf(preset: PresetName): Linter.LegacyConfig {
  return { plugins: ['backend-patterns'], rules: rulesOf(preset) };
}
