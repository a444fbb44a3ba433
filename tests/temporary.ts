/** One folder for all that a run of the tests writes, gone when the run is over: workers share modules, so that no test file knows when the last one is done with a folder. */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Set once the run has its folder: each project of the run comes by here, and folders in folders would make paths too long for sockets. */
const MADE = 'BACKEND_PATTERNS_TEMPORARY';

export default function setup(): (() => void) | undefined {
  if (process.env[MADE] !== undefined) return undefined;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'backend-patterns-')));
  // A test looks at its files as another user would.
  chmodSync(folder, 0o755);
  // What `os.tmpdir()` reads, on Windows too; workers inherit it.
  for (const name of ['TMPDIR', 'TEMP', 'TMP', MADE]) process.env[name] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
