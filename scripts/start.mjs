/**
 * Shows the plugin at work, from a fresh clone: installs, builds, and analyses the example service before and after its
 * mistakes were put right. Only Node's own modules may be imported before the install.
 */
import { run } from './lib/run.mjs';

const shows = (/** @type {string} */ args) => {
  console.log(`\n> backend-patterns ${args}`);
  return run(`node dist/src/cli/bin.js ${args}`);
};

const ready = run('npm install --include=dev --no-audit --no-fund --loglevel=error') && run('npm run --silent build');
if (!ready) {
  console.error('The plugin could not be installed and built.');
  process.exit(1);
}

const shown = shows('analyze examples/orders-api --fail-on never');
const isClean = shows('analyze examples/orders-api-fixed --fail-on warning');
console.log('\nThe same as a page: node dist/src/cli/bin.js analyze examples/orders-api --format report');
process.exitCode = shown && isClean ? 0 : 1;
