/** Loaded before a program (`node --import`): writes what the program took to the file that `USAGE_FILE` names. */
import { writeFileSync } from 'node:fs';

const start = performance.now();
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.USAGE_FILE ?? '', JSON.stringify({ wall: performance.now() - start, cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024 }));
});
