import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    // package.json points these at the build; tests run the sources.
    alias: [
      { find: '#engine', replacement: file('src/engine/index.ts') },
      { find: '#catalog', replacement: file('src/catalog/index.ts') },
      { find: '#kit', replacement: file('tests/kit.ts') },
      { find: /^eslint-plugin-backend-patterns$/, replacement: file('src/plugin/index.ts') },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    // The report's page is bundled from its sources, so that tests need no build.
    globalSetup: ['tests/bundle.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'rules/**/*.ts'],
      // The report's hooks are a browser's; tests/cli/report.browser.test.ts runs them, in one.
      exclude: ['tests/**', 'src/report/hooks.ts'],
      thresholds: { branches: 95 },
      reporter: ['text-summary', 'html', 'json-summary'],
    },
  },
});
