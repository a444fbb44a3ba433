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

const { compare, expectedOf, findingsOf } = await import('./lib/example.mjs');
const { paint } = await import('./lib/frame.mjs');
const { shown, tally } = await import('./lib/show.mjs');

const broken = await findingsOf('orders-api');
console.log(paint('bold', '\nexamples/orders-api, a small shop back end with Express, Prisma and Mongoose\n'));
for (const finding of broken) console.log(`${shown(finding)}\n`);
console.log(paint('bold', `${broken.length} findings in ${new Set(broken.map(({ file }) => file)).size} files`));
console.log(tally(broken));

const fixed = await findingsOf('orders-api-fixed');
console.log(paint('bold', '\nexamples/orders-api-fixed, the same service put right\n'));
for (const finding of fixed) console.log(`${shown(finding)}\n`);
if (fixed.length === 0) console.log(paint('green', 'no findings'));

const { missing, unexpected } = compare(broken, expectedOf('orders-api'));
for (const key of missing) console.log(`expected, but not found: ${key}`);
for (const key of unexpected) console.log(`found, but not expected: ${key}`);
process.exitCode = missing.length + unexpected.length + fixed.length === 0 ? 0 : 1;
