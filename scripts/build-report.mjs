/** Part of `npm run build`: the page that `--format report` fills. */
import { buildReport } from './lib/report.mjs';

await buildReport();
