import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a command of npm's, or a tool that is installed here, with its output on the terminal.
 *
 * @param {string} command For example `npm run build` or `npx publint`.
 * @param {string[]} [more] Arguments that may hold spaces, such as paths.
 * @returns {boolean} Whether it succeeded.
 */
export function run(command, more = []) {
  const [name = '', ...args] = command.split(' ');
  // npm is a script on Windows, which only a shell can start.
  const shell = process.platform === 'win32';
  const { status } = spawnSync(name, [...args, ...(shell ? more.map((arg) => `"${arg}"`) : more)], { cwd: ROOT, stdio: 'inherit', shell });
  return status === 0;
}
