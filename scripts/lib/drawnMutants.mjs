/**
 * A plugin of Stryker: of the mutants in the ranges that it was given, only those that were drawn are run. A range is that of an expression, which
 * has several mutants and others inside of it. Stryker calls those that a checker refuses errors of the compiler, and does not count them.
 */
import { relative } from 'node:path';
import { CheckStatus } from '@stryker-mutator/api/check';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { keyOf } from './mutants.mjs';

/** @typedef {import('@stryker-mutator/api/core').Mutant} Mutant */
/** @typedef {import('@stryker-mutator/api/check').CheckResult} CheckResult */

export const strykerValidationSchema = {
  type: 'object',
  properties: { drawn: { description: 'The keys of the mutants to run.', type: 'array', items: { type: 'string' }, default: [] } },
};

class DrawnMutants {
  static inject = tokens(commonTokens.options);

  /** @param {import('@stryker-mutator/api/core').StrykerOptions} options */
  constructor(options) {
    /** @type {ReadonlySet<string>} */
    this.drawn = new Set(/** @type {string[]} */ (options.drawn));
  }

  async init() {
    // There is nothing to get ready.
  }

  /**
   * @param {Mutant[]} mutants
   * @returns {Promise<Record<string, CheckResult>>}
   */
  check(mutants) {
    return Promise.resolve(Object.fromEntries(mutants.map((mutant) => [mutant.id, this.verdict(mutant)])));
  }

  /** All at once. @param {Mutant[]} mutants */
  group(mutants) {
    return Promise.resolve([mutants.map(({ id }) => id)]);
  }

  /**
   * @param {Mutant} mutant
   * @returns {CheckResult}
   */
  verdict(mutant) {
    return this.drawn.has(keyOf({ ...mutant, fileName: relative(process.cwd(), mutant.fileName) }))
      ? { status: CheckStatus.Passed }
      : { status: CheckStatus.CompileError, reason: 'It was not drawn.' };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'drawn', DrawnMutants)];
