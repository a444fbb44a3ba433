#!/usr/bin/env node
/** The `backend-patterns` command. */
import { run } from './command.js';

// Whoever reads the output may have seen enough: `backend-patterns analyze | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), { cwd: process.cwd(), out: process.stdout, err: process.stderr, env: process.env });
