import backendPatterns from 'eslint-plugin-backend-patterns';
import tseslint from 'typescript-eslint';

export default [
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
  backendPatterns.configs.recommended,
];
