/** Models that are declared in a schema language of their own, in files beside the sources. */
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from './workspaces.js';

export interface DeclaredField {
  readonly name: string;
  /** The type's name, without the marks for lists and optional values. */
  readonly type: string;
  readonly list: boolean;
}

/** Model name → its fields. */
export type DeclaredModels = ReadonlyMap<string, readonly DeclaredField[]>;

/** Models, and the files that declare them. */
export interface Declaration {
  readonly models: DeclaredModels;
  readonly files: readonly string[];
}

const NOTHING: Declaration = { models: new Map(), files: [] };

/** The folders of a monorepo in which packages usually stand. */
const PACKAGES = ['packages', 'apps', 'libs', 'services'];

/**
 * The models that are declared for a source file: in one of these places of a folder above it, the nearest first, or else of another package
 * of its project. Empty where nothing is found. Cost: a look at each place, and the files' text.
 * @param places files or folders, from a package's folder; `package.json#a.b` is where a manifest says
 */
export function declaredModels(file: string, places: readonly string[]): Declaration {
  const root = projectRoot(file);
  if (root === undefined) return NOTHING;
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const declared = modelsIn(folder, places);
    if (declared) return declared;
    if (folder === root || folder === path.dirname(folder)) break;
  }
  for (const group of PACKAGES) {
    for (const name of namesIn(path.join(root, group))) {
      const declared = modelsIn(path.join(root, group, name), places);
      if (declared) return declared;
    }
  }
  return NOTHING;
}

function modelsIn(folder: string, places: readonly string[]): Declaration | undefined {
  for (const place of places) {
    const [name = '', pointer] = place.split('#');
    const target = pointer === undefined ? name : pointedAt(path.join(folder, name), pointer);
    const texts = target === undefined ? [] : textsAt(path.join(folder, target));
    const models = readModels(texts.map(({ text }) => text).join('\n'));
    if (models.size > 0) return { models, files: texts.map((each) => each.file) };
  }
  return undefined;
}

/** The text under a path of keys in a JSON file. */
function pointedAt(file: string, pointer: string): string | undefined {
  try {
    const value = pointer.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], JSON.parse(fs.readFileSync(file, 'utf8')));
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a file, or of the schema files of a folder and those below it. */
function textsAt(place: string, depth = 0): { readonly file: string; readonly text: string }[] {
  try {
    const stat = fs.statSync(place, { throwIfNoEntry: false });
    if (!stat) return [];
    if (!stat.isDirectory()) return [{ file: place, text: fs.readFileSync(place, 'utf8') }];
    if (depth > 3) return [];
    return namesIn(place).filter((name) => !/migrations|node_modules/.test(name)).flatMap((name) => textsAt(path.join(place, name), depth + 1));
  } catch {
    return [];
  }
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

/** Reads `model User { id Int @id … }` blocks; what is no field of one is passed over. */
export function readModels(text: string): DeclaredModels {
  const models = new Map<string, readonly DeclaredField[]>();
  for (const [, name = '', body = ''] of text.matchAll(/^[ \t]*model\s+(\w+)\s*\{([\s\S]*?)^[ \t]*\}/gm)) {
    models.set(name, [...body.matchAll(/^[ \t]*(\w+)[ \t]+(\w+)(\[\])?/gm)].map(([, field = '', type = '', list]) => ({ name: field, type, list: list !== undefined })));
  }
  return models;
}
