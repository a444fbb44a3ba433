/** The part of `npm run build` that follows the compiler: the page that `--format report` fills, and the modules that are published. */
import { bundle } from './lib/bundle.mjs';
import { buildReport } from './lib/report.mjs';

await buildReport();
await bundle();
