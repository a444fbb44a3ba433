/** ESLint's worker threads. Rules and a parser cannot be handed to a thread, so each makes its own, by a module whose address says what of. */
import { randomUUID } from 'node:crypto';
import { BroadcastChannel } from 'node:worker_threads';
import type { ESLint } from 'eslint';
import type { Task } from './eslintOptions.js';
import type { Host } from './host.js';

/** As ESLint has it. `auto` is half of the machine's cores at most, one for 50 files, and no thread where that makes fewer than two. */
export type Concurrency = 'off' | 'auto' | number;

/** What stands in the address of `threadOptions.js`. */
export interface ThreadTask extends Task {
  readonly concurrency: Concurrency;
  /** The name of the channel on which threads say which file they begin with. */
  readonly channel: string;
}

export interface Threads {
  readonly eslint: ESLint;
  /** Nothing is heard of files any more. */
  readonly close: () => void;
}

/** What this ESLint can do of what was asked for: those before 9.34 have no threads, of which one line is given. */
export function concurrencyOf({ ESLint, version }: Host, asked: Concurrency, warn: (line: string) => void): Concurrency {
  // Its types are those of the newest.
  if (asked === 'off' || 'fromOptionsModule' in ESLint) return asked;
  warn(`--concurrency does nothing: ESLint has threads from 9.34 on, and this is ${version}.`);
  return 'off';
}

/**
 * An ESLint that lints a task in threads, where `concurrencyOf` has said that it can.
 *
 * @param onFile is told of each file that a thread begins with, a little later
 */
export async function inThreads({ ESLint }: Host, task: Task, concurrency: Concurrency, onFile: (file: string) => void): Promise<Threads> {
  const name = randomUUID();
  const module = new URL('./threadOptions.js', import.meta.url);
  module.searchParams.set('task', JSON.stringify({ ...task, concurrency, channel: name } satisfies ThreadTask));
  const eslint = await ESLint.fromOptionsModule(module);
  const channel = new BroadcastChannel(name);
  channel.onmessage = (message) => onFile((message as { readonly data: string }).data);
  return { eslint, close: () => channel.close() };
}
