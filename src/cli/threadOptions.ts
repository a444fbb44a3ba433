/** The module that ESLint's threads take their options from. Which ones they are stands in its address, see `threads.ts`. */
import { BroadcastChannel } from 'node:worker_threads';
import type { ESLint } from 'eslint';
import { eslintOptions } from './eslintOptions.js';
import type { ThreadTask } from './threads.js';

const { channel: name, concurrency, ...task } = JSON.parse(new URL(import.meta.url).searchParams.get('task') ?? '') as ThreadTask;
let channel: BroadcastChannel | undefined;

export default { ...eslintOptions(task, tell), concurrency } satisfies ESLint.Options;

/** The main thread loads this as well, and lints nothing: it opens no channel. */
function tell(file: string): void {
  if (!channel) {
    channel = new BroadcastChannel(name);
    // A thread is not kept alive by it.
    channel.unref();
  }
  channel.postMessage(file);
}
