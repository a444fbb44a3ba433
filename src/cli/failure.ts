/** Why the command could not run, in one line for whoever called it. Anything else that is thrown is a fault of our own. */
export class Failure extends Error {}

/** The first line of what was thrown. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}
