/** Is a file part of a backend? Told before anything is parsed, so that a front end costs next to nothing. */
import path from 'node:path';
import type { Analysis } from '../flow/analysis.js';
import type { Catalogue } from '../match/catalogue.js';
import { specifiersOf } from '../modules/sketches.js';
import { declaredAround } from '../modules/workspaces.js';

/**
 * `false` for a file of a package whose dependencies are declared and hold nothing that a backend is made of, if neither the file itself nor, as
 * far as imports are followed, another file of the package imports anything of the kind either. Cost: each package.json is read once, and the text
 * of the files of such a package is searched for imports.
 */
export function mayBeBackend({ catalogue, project, options }: Pick<Analysis, 'catalogue' | 'project' | 'options'>, file: string, text: string): boolean {
  const declared = declaredAround(path.dirname(file));
  if (declared.size === 0 || saysBackend(catalogue, declared)) return true;
  const isWanted = (specifier: string): boolean => catalogue.saysBackend(specifier);
  return specifiersOf(text).some(isWanted) || (options.followImports && project.imports(file, { files: options.files }, isWanted));
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
