/** Source text → a module the engine can ask about. */
import path from 'node:path';
import { type ParserOptions, parseSync } from 'oxc-parser';
import { type Bindings, bind } from '../binding/scope.js';
import { type Exports, exportsOf } from '../binding/exports.js';
import { type Node, type Program, parentOf } from '../syntax/ast.js';
import { isTooDeep } from './depth.js';

/** One source file, parsed and bound. Immutable: a changed file is another module. */
export interface Module {
  /** Absolute path; the linted file's name as the host gives it. */
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly { readonly value: string; readonly start: number; readonly end: number }[];
  readonly bindings: Bindings;
  readonly exports: Exports;
}

/** Files larger than this are generated or bundled; nobody wants findings in them. */
export const LARGEST_FILE = 1_000_000;
/** A file of at least so many characters, whose lines are longer than `LONGEST_LINES` on average, is minified. */
const SHORTEST_BUNDLE = 10_000;
const LONGEST_LINES = 400;

const modules = new WeakMap<Program, Module>();
/** The modules of nodes that stand this far below others which were asked about: in a chain of calls, each link would go up the whole of it. */
const farDown = new WeakMap<Node, Module>();
const FAR = 64;

/** The source text of a node. */
export function textAt(node: Node): string {
  return moduleOf(node).text.slice(node.start, node.end);
}

/** The source text of a node, in one line. With `most`, one that is longer ends after so many characters, the last of them `…`. */
export function oneLine(node: Node, most = Infinity): string {
  const text = textAt(node).replace(/\s+/g, ' ');
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** The line that a node begins in, from 1. Cost: what stands before it is read. */
export function lineOf(node: Node): number {
  return moduleOf(node).text.slice(0, node.start).split('\n').length;
}

/** The module a node stands in. Every node the engine hands out has one. Cost: a few steps up, however deep the node stands. */
export function moduleOf(node: Node): Module {
  let current = node;
  for (let step = 0; step < FAR; step++) {
    const parent = parentOf(current);
    if (!parent) return moduleOfProgram(current as Program);
    current = parent;
  }
  let module = farDown.get(current);
  if (!module) {
    module = moduleOf(current);
    farDown.set(current, module);
  }
  return module;
}

function moduleOfProgram(program: Program): Module {
  const module = modules.get(program);
  if (!module) throw new Error('A node from outside the engine was asked about.');
  return module;
}

/**
 * Parses a file. `undefined` where the text is too large, minified, too deeply nested, binary, or no JavaScript or TypeScript that the parser understands.
 * Cost: about 6 ms per 1000 lines.
 */
export function parseModule(file: string, text: string): Module | undefined {
  if (refusal(text) !== undefined) return undefined;
  for (const options of attempts(file)) {
    const parsed = tryParse(file, text, options);
    if (parsed) return moduleFrom(file, text, parsed.program, parsed.comments);
  }
  return undefined;
}

/** Why a file cannot be parsed, and at which offset; `undefined` where it can. */
export interface ParseProblem {
  readonly message: string;
  readonly offset: number;
}

/** What keeps a file from being parsed, in the parser's words for the language that its name suggests. Cost: it is parsed once more. */
export function parseProblem(file: string, text: string): ParseProblem | undefined {
  const refused = refusal(text);
  if (refused !== undefined) return { message: refused, offset: 0 };
  const problems = attempts(file).map((options) => firstError(file, text, options));
  return problems.includes(undefined) ? undefined : problems[0];
}

function firstError(file: string, text: string, options: ParserOptions): ParseProblem | undefined {
  try {
    const error = parseSync(path.basename(file), text, options).errors.find(({ severity }) => (severity as string) === 'Error');
    return error && { message: error.message, offset: error.labels[0]?.start ?? 0 };
  } catch (error) {
    return { message: error instanceof Error ? error.message : 'the parser failed', offset: 0 };
  }
}

function refusal(text: string): string | undefined {
  if (text.length > LARGEST_FILE) return `larger than ${LARGEST_FILE} characters`;
  if (text.includes('\0')) return 'not a text file';
  if (isMinified(text)) return 'minified';
  return isTooDeep(text) ? 'nested too deeply' : undefined;
}

/** A module from a tree that another parser made, where ours cannot read the text. */
export function moduleFrom(file: string, text: string, program: Program, comments: Module['comments'] = []): Module {
  const bindings = bind(program);
  const module: Module = { path: file, text, program, comments, bindings, exports: exportsOf(program, bindings) };
  modules.set(program, module);
  return module;
}

/** The value of an object written in JSON, comments and trailing commas allowed, as tsconfig.json is. `undefined` where the text is no such object. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  const program = text.length > LARGEST_FILE || isTooDeep(text) ? undefined : tryParse('object.js', `(${text.replace(/^\uFEFF/, '')}\n)`, { lang: 'js', preserveParens: false })?.program;
  const [statement] = program?.body ?? [];
  const value = statement?.type === 'ExpressionStatement' ? plainValue(statement.expression) : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

function plainValue(node: Node | null): unknown {
  if (node?.type === 'Literal') return node.value;
  if (node?.type === 'ArrayExpression') return node.elements.map(plainValue);
  if (node?.type !== 'ObjectExpression') return undefined;
  return Object.fromEntries(node.properties.flatMap((property) => (property.type === 'Property' && property.key.type === 'Literal' ? [[String(property.key.value), plainValue(property.value)]] : [])));
}

/** Has a text lines so long that nobody wrote them, and enough of it to be a bundle? */
export function isMinified(text: string): boolean {
  if (text.length < SHORTEST_BUNDLE) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > LONGEST_LINES;
}

function attempts(file: string): ParserOptions[] {
  const common: ParserOptions = { astType: 'ts', sourceType: 'unambiguous', preserveParens: false };
  switch (path.extname(file)) {
    case '.ts':
    case '.mts':
    case '.cts':
      return [{ ...common, lang: 'ts' }];
    case '.tsx':
      return [{ ...common, lang: 'tsx' }];
    case '.js':
    case '.cjs':
    case '.mjs':
    case '.jsx':
      return [{ ...common, lang: 'jsx' }, { ...common, lang: 'jsx', sourceType: 'commonjs' }, { ...common, lang: 'tsx' }, { ...common, lang: 'ts' }];
    default:
      return [{ ...common, lang: 'tsx' }, { ...common, lang: 'ts' }];
  }
}

function tryParse(file: string, text: string, options: ParserOptions): { program: Program; comments: Module['comments'] } | undefined {
  try {
    const result = parseSync(path.basename(file), text, options);
    return result.errors.some((error) => (error.severity as string) === 'Error') ? undefined : result;
  } catch {
    // A native parser that fails on a file must not fail the lint run.
    return undefined;
  }
}
