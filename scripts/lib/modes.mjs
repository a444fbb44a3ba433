/** The ways of linting that the benchmark compares. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import backendPatterns from 'eslint-plugin-backend-patterns';
import { chooseRules, hostConfig } from './lint.mjs';

/** @typedef {import('eslint').Linter.Config} Config */

/** In the order in which they take turns; the first is what all others are compared to. */
export const MODES = {
  none: 'no rules',
  recommended: '`recommended`',
  'recommended-alone': '`recommended`, imports not followed',
  all: '`all`',
  'all-alone': '`all`, imports not followed',
  sonarjs: '`eslint-plugin-sonarjs` recommended',
  security: '`eslint-plugin-security` recommended',
  'no-await-in-loop': "ESLint's `no-await-in-loop`",
};

/** The plugins that the benchmark compares with, as they are installed for it. */
export const OTHERS = { 'eslint-plugin-sonarjs': '4.2.2', 'eslint-plugin-security': '4.1.0' };

/**
 * @param {string} mode
 * @param {string} others The folder into which the other plugins were installed.
 * @returns {Config}
 */
export function configOf(mode, others) {
  const [preset = '', alone] = mode.split(/-(?=alone$)/);
  if (preset === 'recommended' || preset === 'all') {
    return {
      ...hostConfig(backendPatterns, chooseRules(backendPatterns.configs[preset])),
      ...(alone !== undefined && { settings: { 'backend-patterns': { followImports: false } } }),
    };
  }
  const host = hostConfig(backendPatterns, mode === 'no-await-in-loop' ? { 'no-await-in-loop': 'error' } : {});
  if (mode !== 'sonarjs' && mode !== 'security') return host;
  const require = createRequire(join(others, 'x.js'));
  const plugin = /** @type {import('eslint').ESLint.Plugin} */ (require(`eslint-plugin-${mode}`));
  const recommended = /** @type {Config} */ (plugin.configs?.recommended);
  return { ...host, plugins: { [mode]: plugin }, rules: chooseRules(recommended) };
}
