import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What starts processes, or changes the one it runs in. */
const PROCESSES = ['tests/{cli,integration}/**/*.test.ts', 'tests/package.test.ts', 'tests/robustness/memory.test.ts'];

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
    projects: [
      // Loading the engine and the catalogue for each file took half of the time; these files leave nothing behind for one another.
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['**/node_modules/**', ...PROCESSES], isolate: false } },
      { extends: true, test: { name: 'processes', include: PROCESSES, exclude: ['**/node_modules/**'] } },
    ],
    setupFiles: ['tests/setup.ts'],
    // The report's page is bundled from its sources, so that tests need no build.
    globalSetup: ['tests/temporary.ts', 'tests/bundle.ts'],
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
