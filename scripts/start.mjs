/**
 * Shows the plugin at work, from a fresh clone: installs, builds, and lints the example service before and after its
 * mistakes were put right. Only Node's own modules may be imported before the install.
 */
import { run } from './lib/run.mjs';

const ready = run('npm install --include=dev --no-audit --no-fund --loglevel=error') && run('npm run --silent build');
if (!ready) {
  console.error('The plugin could not be installed and built.');
  process.exit(1);
}

const { expectedOf, findingsOf } = await import('./lib/example.mjs');
const broken = await findingsOf('orders-api');
const fixed = await findingsOf('orders-api-fixed');
const expected = expectedOf('orders-api');
const missing = expected.filter((key) => !broken.keys.includes(key));
const unexpected = [...broken.keys.filter((key) => !expected.includes(key)), ...fixed.keys];

console.log(broken.text + fixed.text);
console.log(`examples/orders-api: ${broken.keys.length} findings.`);
console.log(`examples/orders-api-fixed, the same service put right: ${fixed.keys.length === 0 ? 'no findings' : `${fixed.keys.length} findings`}.`);
for (const key of missing) console.log(`expected, but not found: ${key}`);
for (const key of unexpected) console.log(`found, but not expected: ${key}`);
process.exitCode = missing.length + unexpected.length === 0 ? 0 : 1;
