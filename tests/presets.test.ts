import { Linter } from 'eslint';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Category, RuleDocs } from '#engine';
import plugin, { type BackendPatternsRules, type BackendPatternsSettings, type DatabaseClientSetting, type RuleOptions } from '../src/plugin/index.js';
import { CATEGORIES, PRESETS, rulesOf } from '../src/plugin/presets.js';
import type { KnownRules } from '../src/plugin/rules.js';

const CORE = ['no-db-in-controller', 'no-n-plus-one', 'no-raw-error-response', 'no-unhashed-password', 'require-pagination-cap'];

/** A rule as far as presets look at it. */
function made(category: Category, preset: 'recommended' | 'strict', strictOptions?: object): { meta: { docs: RuleDocs; defaultOptions: [object] } } {
  return { meta: { docs: { description: '', category, preset, url: '', ...(strictOptions && { strictOptions }) }, defaultOptions: [{}] } };
}

function namesIn(rules: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(rules).map((name) => name.replace('backend-patterns/', '')).sort();
}

describe('a preset', () => {
  const all = { a: made('security', 'recommended'), b: made('security', 'strict'), c: made('quality', 'recommended'), d: made('performance', 'strict') };

  it('has the rules that ask for it', () => {
    expect(namesIn(rulesOf('recommended', all))).toEqual(['a', 'c']);
    expect(namesIn(rulesOf('strict', all))).toEqual(['a', 'b', 'c', 'd']);
    expect(namesIn(rulesOf('all', all))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('of a focus has the rules of its category, those of strict among them', () => {
    expect(CATEGORIES.map((focus) => namesIn(rulesOf(focus, all)))).toEqual([['a', 'b'], ['d'], [], ['c']]);
  });

  it('reports as errors', () => {
    expect(rulesOf('recommended', all)).toEqual({ 'backend-patterns/a': 'error', 'backend-patterns/c': 'error' });
  });

  it('sets the options that a rule has for strict, everywhere but in recommended', () => {
    const one = { a: made('security', 'recommended', { thorough: true }) };
    expect(rulesOf('recommended', one)).toEqual({ 'backend-patterns/a': 'error' });
    for (const preset of ['strict', 'all', 'security'] as const) expect(rulesOf(preset, one)).toEqual({ 'backend-patterns/a': ['error', { thorough: true }] });
  });
});

describe('the configs of the plugin', () => {
  const { configs } = plugin;

  it('are recommended, strict, all and one a focus, each for flat configs and for eslintrc files', () => {
    const names = ['all', 'architecture', 'performance', 'quality', 'recommended', 'security', 'strict'];
    expect(Object.keys(configs).sort()).toEqual(names.flatMap((name) => [name, `${name}-legacy`]));
  });

  it('have the core rules in recommended', () => {
    expect(namesIn(configs.recommended.rules ?? {})).toEqual(expect.arrayContaining(CORE));
  });

  it('grow from recommended over strict to all, which has every rule', () => {
    expect(namesIn(configs.strict.rules ?? {})).toEqual(expect.arrayContaining(namesIn(configs.recommended.rules ?? {})));
    expect(namesIn(configs.all.rules ?? {})).toEqual(expect.arrayContaining(namesIn(configs.strict.rules ?? {})));
    expect(namesIn(configs.all.rules ?? {})).toEqual(namesIn(plugin.rules));
  });

  it('have every rule of strict in one focus and one only', () => {
    expect(CATEGORIES.flatMap((focus) => namesIn(configs[focus].rules ?? {})).sort()).toEqual(namesIn(configs.strict.rules ?? {}));
  });

  it.each(PRESETS)('%s names itself and is all that ESLint needs', (name) => {
    expect(configs[name].name).toBe(`backend-patterns/${name}`);
    expect(new Linter().verify('let a = 1;\n', [configs[name]])).toEqual([]);
  });

  it.each(PRESETS)('%s-legacy has the rules of %s, and names the plugin instead of holding it', (name) => {
    expect(configs[`${name}-legacy`]).toEqual({ plugins: ['backend-patterns'], rules: configs[name].rules });
  });
});

/** Checked by `npm run typecheck`; a line that is wrong does not compile. */
describe('the types of a configuration', () => {
  it('know every rule and its options', () => {
    expectTypeOf<keyof RuleOptions>().toEqualTypeOf<`backend-patterns/${keyof KnownRules}`>();
    expectTypeOf<RuleOptions['backend-patterns/no-n-plus-one']>().toEqualTypeOf<[{ caches?: boolean }?]>();
    expectTypeOf<RuleOptions['backend-patterns/require-pagination-cap']>().toEqualTypeOf<[{ checkFiltered?: boolean }?]>();
    expectTypeOf<RuleOptions['backend-patterns/prefer-atomic-update']>().toEqualTypeOf<[{ countThenInsert?: boolean }?]>();
    expectTypeOf<RuleOptions['backend-patterns/no-db-in-controller']>().toEqualTypeOf<[{ middleware?: boolean; resolvers?: boolean; serverComponents?: boolean }?]>();
    expectTypeOf<RuleOptions['backend-patterns/no-raw-error-response']>().toEqualTypeOf<[]>();
    expectTypeOf<RuleOptions['backend-patterns/no-unhashed-password']>().toEqualTypeOf<[]>();
  });

  it('say what the schemas say: a rule has options in both or in neither', () => {
    const typed = {
      'no-db-in-controller': ['middleware', 'resolvers', 'serverComponents'],
      'no-n-plus-one': ['caches'],
      'prefer-atomic-update': ['countThenInsert'],
      'require-jwt-expiry': ['loneTokens', 'maxHours'],
      'no-unsafe-raw-query': ['checkFilters'],
      'require-pagination-cap': ['checkFiltered'],
      'structured-log-arguments': ['checkInterpolation'],
    };
    const inSchemas = Object.entries(plugin.rules).flatMap(([name, rule]) => {
      const [schema] = rule.meta?.schema as [{ properties: Record<string, unknown> }];
      const options = Object.keys(schema.properties).sort();
      return options.length > 0 ? [[name, options] as const] : [];
    });
    expect(Object.fromEntries(inSchemas)).toEqual(typed);
  });

  it('fit into rules, and refuse what ESLint would refuse', () => {
    const right: BackendPatternsRules = { 'backend-patterns/no-n-plus-one': ['error', { caches: true }], 'backend-patterns/no-raw-error-response': 'warn' };
    expectTypeOf(right).toExtend<Partial<Linter.RulesRecord>>();
    // @ts-expect-error an option that the rule does not have
    const misspelt: BackendPatternsRules = { 'backend-patterns/no-n-plus-one': ['error', { cache: true }] };
    // @ts-expect-error a rule that there is not
    const unknown: BackendPatternsRules = { 'backend-patterns/no-n-plus-two': 'error' };
    const verify = (rules: BackendPatternsRules) => () => new Linter().verify('', [{ plugins: { 'backend-patterns': plugin }, rules }]);
    expect(verify(right)()).toEqual([]);
    expect(verify(misspelt)).toThrow('cache');
    expect(verify(unknown)).toThrow('no-n-plus-two');
  });

  it('know every setting', () => {
    expectTypeOf<keyof BackendPatternsSettings>().toEqualTypeOf<
      'databaseClients' | 'responseMethods' | 'hashFunctions' | 'boundFunctions' | 'errorSanitizers' | 'iterationHelpers' | 'loggers' | 'asyncHandlers' | 'rateLimiters' | 'authMiddleware' | 'layers' | 'maxPageSize' | 'ignore' | 'followImports'
    >();
    expectTypeOf<BackendPatternsSettings['databaseClients']>().toEqualTypeOf<readonly DatabaseClientSetting[] | undefined>();
    expectTypeOf<BackendPatternsSettings['maxPageSize']>().toEqualTypeOf<number | undefined>();
    expectTypeOf({ layers: { 'src/jobs/**': 'service' } } as const).toExtend<BackendPatternsSettings>();
    expectTypeOf({ layers: { 'src/jobs/**': 'worker' } } as const).not.toExtend<BackendPatternsSettings>();
  });
});
