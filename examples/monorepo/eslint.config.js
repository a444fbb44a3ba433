import backendPatterns from 'eslint-plugin-backend-patterns';

export default [backendPatterns.configs.recommended];
