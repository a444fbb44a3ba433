export { buildReport as setup } from '../scripts/lib/report.mjs';
