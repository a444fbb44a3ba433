/** What a file adds to the picture of its backend, for an overview of a whole project. */
import type { Access, LibraryKind } from '#catalog';
import { nameOfHandler } from '../facts/controllers.js';
import { type Handler, handlerOf } from '../facts/layers.js';
import { type Query, queriesOf } from '../facts/queries.js';
import { runsOf } from '../facts/reach.js';
import { majorOf } from '../facts/rejections.js';
import type { Analysis } from '../flow/analysis.js';
import type { Module } from '../modules/parse.js';
import type { FunctionNode, Node } from '../syntax/ast.js';
import { staticString } from '../syntax/names.js';
import { placeAt } from './evidence.js';
import type { File } from './file.js';

/** A catalogued library that a file imports, parts of others left out. */
export interface UsedLibrary {
  readonly name: string;
  readonly kind: LibraryKind;
  /** The one major that package.json asks for; `undefined` where it allows several, or does not name the package. */
  readonly major: number | undefined;
}

export interface CountedQuery {
  readonly name: string;
  readonly library: string;
  readonly model: string | undefined;
  readonly access: Access;
  readonly cache: boolean;
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
}

export interface CountedHandler {
  /** `GET /orders`, or what its function is called. */
  readonly name: string;
  readonly framework: string;
  readonly line: number;
  /** The round trips that a call of it can bring about, its own and those of functions that it calls, caches left out; the first `MOST_REACHED` that are come upon. */
  readonly queries: readonly CountedQuery[];
}

export interface Census {
  readonly lines: number;
  readonly libraries: readonly UsedLibrary[];
  readonly handlers: readonly CountedHandler[];
  readonly queries: readonly CountedQuery[];
}

const MOST_REACHED = 60;
const LAYERS: ReadonlySet<Handler['layer']> = new Set(['controller', 'resolver', 'job', 'serverComponent']);

/** Counts what is in a file. Cost: every function is looked up in the frameworks, and every handler's calls are followed. */
export function census(file: File): Census {
  const { analysis, module } = file;
  return {
    lines: module.text.split('\n').length,
    libraries: librariesOf(file),
    handlers: module.bindings.functions.flatMap((fn) => {
      const handler = handlerOf(analysis, fn);
      return handler && LAYERS.has(handler.layer) ? [{ name: plainName(handler), framework: handler.registration.library.name, line: placeAt(fn).line, queries: reachedFrom(analysis, fn).map(counted) }] : [];
    }),
    queries: queriesOf(analysis, module).map(counted),
  };
}

function plainName(handler: Handler): string {
  return nameOfHandler(handler).replace(/^the handler of /, '').replaceAll('`', '');
}

function counted(query: Query): CountedQuery {
  const { file, line } = placeAt(query.node);
  return { name: query.name, library: query.library.name, model: query.model?.name, access: query.access, cache: query.cache, file, line };
}

function reachedFrom(analysis: Analysis, start: FunctionNode): Query[] {
  const seen = new Set<FunctionNode>([start]);
  const found = new Map<Node, Query>();
  // What is appended while the set is gone through is gone through as well.
  for (const fn of seen) {
    const { queries, calls } = runsOf(analysis, fn);
    for (const query of queries) found.set(query.node, query);
    for (const call of calls) seen.add(call.fn);
    if (found.size >= MOST_REACHED) break;
  }
  return [...found.values()].slice(0, MOST_REACHED);
}

function librariesOf({ analysis, module }: File): UsedLibrary[] {
  const found = new Map<string, UsedLibrary>();
  for (const specifier of specifiersOf(module.bindings)) {
    const library = analysis.catalogue.byPackage(specifier);
    const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? specifier);
    if (library && library.partOf === undefined && !found.has(library.name)) found.set(library.name, { name: library.name, kind: library.kind, major: majorOf(analysis.project.dependency(module, name)) });
  }
  return [...found.values()];
}

function specifiersOf({ nodes, calls }: Module['bindings']): string[] {
  const sources = [...(nodes.get('ImportDeclaration') ?? []), ...(nodes.get('ExportNamedDeclaration') ?? []), ...(nodes.get('ExportAllDeclaration') ?? []), ...(nodes.get('ImportExpression') ?? [])].map((node) => ('source' in node ? node.source : null));
  const required = calls.map((call) => (call.type === 'CallExpression' && call.callee.type === 'Identifier' && call.callee.name === 'require' ? call.arguments[0] : undefined));
  return [...sources, ...required].flatMap((node) => (node ? (staticString(node as Node) ?? []) : []));
}
