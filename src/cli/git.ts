/** What has changed, asked of git. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { Failure } from './failure.js';

/**
 * Absolute paths of the files that differ from a revision in the working tree, new and untracked ones included, deleted ones left out.
 *
 * @throws {Failure} outside of a repository, without git, or for a revision that it does not know
 */
export function changedSince(revision: string, folder: string): ReadonlySet<string> {
  const root = git(folder, ['rev-parse', '--show-toplevel'], `--since needs a git repository, and ${folder} is in none`).trim();
  // `--end-of-options`, so that a revision is never read as an option.
  const differing = git(root, ['diff', '--name-only', '-z', '--diff-filter=d', '--end-of-options', revision, '--'], `git does not know the revision ${revision}`);
  const untracked = git(root, ['ls-files', '--others', '--exclude-standard', '-z'], 'git cannot list what is untracked');
  return new Set([...differing.split('\0'), ...untracked.split('\0')].filter((name) => name !== '').map((name) => path.join(root, name)));
}

function git(cwd: string, args: readonly string[], otherwise: string): string {
  try {
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 100_000_000 });
  } catch (error) {
    throw new Failure((error as NodeJS.ErrnoException).code === 'ENOENT' ? '--since needs git, which is not installed' : otherwise);
  }
}
