import { existsSync } from 'node:fs';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import regexpPlugin from 'eslint-plugin-regexp';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The plugin checks itself as soon as it is built; `npm test` builds it before it lints.
const built = existsSync(new URL('dist/src/plugin/index.js', import.meta.url));
const own = built ? [(await import('eslint-plugin-backend-patterns')).default.configs.recommended] : [];

export default defineConfig(
  // Examples and fixtures break the rules on purpose.
  { ignores: ['examples/', 'dist/', 'coverage/', 'reports/', 'tests/**/fixtures/', 'tests/accuracy/projects/', 'tests/accuracy/backends/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  own,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `noUncheckedIndexedAccess` doubts every index; where one is in bounds by the line around it, `!` says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A number in a message reads the same with and without `String()`.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => list.push(x)` and `() => done()` are the short form of a callback whose result nobody reads.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `while (true)` states a loop that its body leaves.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      // `_` says that a position is skipped on purpose.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Types never load a module, and a reader sees which imports do.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // A new member of a union must not fall through a switch unseen.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: {
      // These rules do not see the JSDoc casts that give parsed JSON its type; the type checker does.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // They read other people's code: no text may make one of them backtrack, or begin anew at each of its characters.
    files: ['src/**/*.ts', 'rules/**/*.ts'],
    plugins: { regexp: regexpPlugin },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  { files: ['rules/**/*.ts', 'tests/rules/**/*.ts'], extends: [eslintPlugin.configs.recommended] },
);
