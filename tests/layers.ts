/** Which part of the source may import which: the order of the layers, held against the imports as they are written. */
import { posix } from 'node:path';
import ts from 'typescript';

/** Source texts by path from the project's root. */
export type Sources = ReadonlyMap<string, string>;

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** The engine's folders, from the bottom up: each may use those before it. */
const ENGINE = ['syntax', 'binding', 'modules', 'match', 'flow', 'facts', 'rule'];
const ENTRIES = new Map([
  ['#engine', 'src/engine/index.ts'],
  ['#catalog', 'src/catalog/index.ts'],
]);

/** What each layer may import besides its own files, what types besides that, and why nothing else. */
const ALLOWED: Readonly<Record<string, { readonly layers: readonly string[]; readonly types?: readonly string[]; readonly because: string }>> = {
  'src/catalog': { layers: [], because: 'the catalogue is data' },
  ...Object.fromEntries(ENGINE.map((folder, index) => [`src/engine/${folder}`, {
    layers: [...ENGINE.slice(0, index).map((lower) => `src/engine/${lower}`), ...(index >= ENGINE.indexOf('match') ? ['#catalog'] : [])],
    because: `the engine is built in the order ${ENGINE.join(', ')}, and knows the catalogue from match on`,
  }])),
  'src/engine': { layers: [...ENGINE.map((folder) => `src/engine/${folder}`), '#catalog'], because: 'the engine knows no rule' },
  'src/plugin': { layers: ['rules', '#engine', 'src/engine'], because: 'the plugin puts rules together' },
  'src/cli': { layers: ['src/plugin'], because: 'the command is one more user of the plugin' },
  'src/report': { layers: [], types: ['src/cli'], because: 'the report is a page in a browser: of the command it has the data, and of Node nothing' },
  rules: { layers: ['#engine'], because: 'a rule asks the engine and nobody else, other rules included' },
};
/** Packages whose values a layer may load; types cost nothing. The rest is what users install with the plugin. */
const SHIPPED = ['oxc-parser', 'oxc-resolver'];
const HOSTS: Readonly<Record<string, readonly string[]>> = {
  'src/engine': SHIPPED,
  'src/plugin': [],
  'src/cli': ['eslint', '@babel/code-frame', 'cli-progress', 'commander', 'ignore', 'picocolors'],
  // Bundled into the page.
  'src/report': ['preact', 'preact/hooks', 'd3-hierarchy', 'd3-sankey', 'd3-scale', 'd3-shape'],
};

/** One line for every import that goes the wrong way, and for every cycle. */
export function layerProblems(sources: Sources): string[] {
  const edges = new Map<string, string[]>();
  const problems: string[] = [];
  for (const [file, text] of sources) {
    const targets: string[] = [];
    for (const { specifier, typeOnly } of importsOf(file, text)) {
      const problem = importProblem(file, specifier, typeOnly, sources);
      if (problem !== undefined) problems.push(`${file} imports ${specifier}: ${problem}`);
      const target = resolve(file, specifier, sources);
      if (!typeOnly && target !== undefined) targets.push(target);
    }
    edges.set(file, targets);
  }
  return [...problems, ...cycles(edges).map((cycle) => `import cycle: ${cycle.join(' → ')}`)];
}

function importProblem(file: string, specifier: string, typeOnly: boolean, sources: Sources): string | undefined {
  const from = layerOf(file);
  const rules = ALLOWED[from];
  if (rules === undefined) return `${from} is not a layer`;
  const target = resolve(file, specifier, sources);
  if (target === undefined) return packageProblem(file, specifier, typeOnly);
  if (!sources.has(target)) return `${target} does not exist`;
  const to = layerOf(target);
  if (ENTRIES.has(specifier)) return rules.layers.includes(specifier) ? undefined : rules.because;
  const own = from === to && from !== 'rules';
  return own || rules.layers.includes(to) || (typeOnly && rules.types?.includes(to)) ? undefined : rules.because;
}

function packageProblem(file: string, specifier: string, typeOnly: boolean): string | undefined {
  const layer = layerOf(file);
  if (layer === 'rules' || layer === 'src/catalog') return ALLOWED[layer]?.because;
  if (layer === 'src/report' && specifier.startsWith('node:')) return ALLOWED[layer]?.because;
  if (typeOnly || specifier.startsWith('node:')) return undefined;
  const top = layer.split('/').slice(0, 2).join('/');
  return HOSTS[top]?.includes(specifier) ? undefined : 'users do not get this package with the plugin';
}

/** The most specific layer that a file is in: `src/engine/flow/trace.ts` is in `src/engine/flow`. */
function layerOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] === 'rules') return 'rules';
  const depth = parts[1] === 'engine' && parts.length > 3 ? 3 : 2;
  return parts.slice(0, depth).join('/');
}

function resolve(file: string, specifier: string, sources: Sources): string | undefined {
  const entry = ENTRIES.get(specifier);
  if (entry !== undefined) return entry;
  if (!specifier.startsWith('.')) return undefined;
  const target = posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');
  return sources.has(`${target}x`) ? `${target}x` : target;
}

/** Every module that a file names: imports, re-exports, `import()` and `import('…')` types. */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
      if (specifier !== undefined && ts.isStringLiteralLike(specifier)) found.push({ specifier: specifier.text, typeOnly });
    };
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isExternalModuleReference(node)) add(node.expression, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

/** Each cycle once, from the file at which it was first entered. Depth first; a file on the way back is a cycle. */
function cycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      found.push([...path.slice(start), file]);
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const target of edges.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of edges.keys()) visit(file);
  return found;
}
