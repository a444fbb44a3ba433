/** Is a file part of a backend? Told before anything is parsed, so that a front end costs next to nothing. */
import path from 'node:path';
import type { Catalogue } from '../match/catalogue.js';
import { specifiersOf } from '../modules/sketches.js';
import { declaredAround } from '../modules/workspaces.js';

/**
 * `false` for a file of a project whose dependencies are declared and hold nothing that a backend is made of, if the file itself imports nothing
 * of the kind either. Cost: each package.json is read once, and the text of a file of such a project is searched for imports.
 */
export function mayBeBackend(catalogue: Catalogue, file: string, text: string): boolean {
  const declared = declaredAround(path.dirname(file));
  return declared.size === 0 || saysBackend(catalogue, declared) || specifiersOf(text).some((specifier) => catalogue.saysBackend(specifier));
}

const answers = new WeakMap<ReadonlySet<string>, Map<Catalogue, boolean>>();

function saysBackend(catalogue: Catalogue, declared: ReadonlySet<string>): boolean {
  const known = answers.get(declared) ?? new Map<Catalogue, boolean>();
  answers.set(declared, known);
  let answer = known.get(catalogue);
  if (answer === undefined) {
    answer = [...declared].some((name) => catalogue.saysBackend(name));
    known.set(catalogue, answer);
  }
  return answer;
}
