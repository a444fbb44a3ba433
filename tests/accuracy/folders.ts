/** Reads the projects that the tests of accuracy judge. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Folder {
  readonly name: string;
  /** Each file's text, by its path in the project. */
  readonly files: Readonly<Record<string, string>>;
}

/** Every project in a folder beside this file. */
export function projectsIn(folder: string): Folder[] {
  const home = fileURLToPath(new URL(`./${folder}/`, import.meta.url));
  return fs.readdirSync(home).sort().map((name) => {
    const names = fs.readdirSync(path.join(home, name), { recursive: true, encoding: 'utf8' }).filter((file) => fs.statSync(path.join(home, name, file)).isFile()).sort();
    return { name, files: Object.fromEntries(names.map((file) => [file.replaceAll(path.sep, '/'), fs.readFileSync(path.join(home, name, file), 'utf8')])) };
  });
}
