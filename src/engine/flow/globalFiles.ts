/** Names that a framework makes known everywhere, after the files in some of a project's folders: `User` for `api/models/User.js`. */
import path from 'node:path';
import type { Library } from '#catalog';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Node, isCall, unwrap } from '../syntax/ast.js';
import type { Analysis } from './analysis.js';
import { UNKNOWN, type Value } from './value.js';

interface GlobalFile {
  readonly file: string;
  readonly library: Library;
  readonly type: string | undefined;
}

/** The files by the names that they go by. Cost: once a package that depends on such a framework, its folders of the kind are listed. */
function globalFilesOf(analysis: Analysis, module: Module): ReadonlyMap<string, GlobalFile> {
  return analysis.once<ReadonlyMap<string, GlobalFile>>('globalFiles', analysis.project.home(module), new Map(), () => {
    const found = new Map<string, GlobalFile>();
    if (!analysis.options.followImports) return found;
    for (const library of analysis.catalogue.derived('globalFiles', () => analysis.catalogue.all.filter(({ globalFiles }) => globalFiles))) {
      for (const { package: name, folder, type } of library.globalFiles ?? []) {
        if (analysis.project.dependency(module, name) === undefined) continue;
        for (const file of analysis.project.filesIn(module, folder)) found.set(path.parse(file).name, { file, library, type });
      }
    }
    return found;
  });
}

/** What a name that nobody declares stands for. */
export function globalFileValue(analysis: Analysis, node: Node, name: string): Value {
  const known = globalFilesOf(analysis, moduleOf(node)).get(name);
  return known ? valueOfFile(analysis, known, name) : UNKNOWN;
}

/** The model of a name, whatever its case is: `sails.models.user`. */
export function globalModel(analysis: Analysis, node: Node, name: string): Value {
  const wanted = name.toLowerCase();
  for (const [word, known] of globalFilesOf(analysis, moduleOf(node))) if (known.type !== undefined && word.toLowerCase() === wanted) return valueOfFile(analysis, known, word);
  return UNKNOWN;
}

/** The model whose description an object is: all that such a file exports. */
export function modelDescribedBy(analysis: Analysis, object: Node): Value {
  const module = moduleOf(object);
  if (!module.exports.whole || unwrap(module.exports.whole) !== object) return UNKNOWN;
  for (const [name, known] of globalFilesOf(analysis, module)) if (known.type !== undefined && known.file === module.path) return valueOfFile(analysis, known, name);
  return UNKNOWN;
}

function valueOfFile(analysis: Analysis, { file, library, type }: GlobalFile, name: string): Value {
  const module = analysis.project.open(file);
  if (type === undefined) return module ? analysis.exportValue(module, 'default') : UNKNOWN;
  const whole = module?.exports.whole && unwrap(module.exports.whole);
  const defined = whole && (whole.type === 'ObjectExpression' || isCall(whole)) ? whole : undefined;
  return { kind: 'library', library, type, model: { name, defined }, steps: [], certain: true };
}
