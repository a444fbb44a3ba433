/** Types for configurations, read off the rules themselves: a new rule has its entry here by being a rule. */
import type { Linter } from 'eslint';
import type { PluginRule } from '#engine';
import type { KnownRules } from './rules.js';

type OptionsOf<R> = R extends PluginRule<infer Options> ? (keyof Options extends never ? [] : [Partial<Options>?]) : never;

/** What may follow each rule's severity. */
export type RuleOptions = { [Name in keyof KnownRules as `backend-patterns/${Name}`]: OptionsOf<KnownRules[Name]> };

/** The plugin's part of a configuration's `rules`: `{ 'backend-patterns/no-n-plus-one': ['error', { caches: true }] } satisfies BackendPatternsRules`. */
export type BackendPatternsRules = { [Name in keyof RuleOptions]?: Linter.RuleEntry<RuleOptions[Name]> };
