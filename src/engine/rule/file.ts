/** One file under lint, as rules see it: made once, shared by all of them. */
import path from 'node:path';
import type { Rule, SourceCode } from 'eslint';
import { Catalogue } from '../match/catalogue.js';
import type { Module } from '../modules/parse.js';
import { Project } from '../modules/project.js';
import type { Program } from '../syntax/ast.js';
import { Analysis } from '../flow/analysis.js';
import { mayBeBackend } from '../facts/backend.js';
import { type Layer, layerOfPath } from '../facts/layers.js';
import { type BackendPatternsSettings, readSettings, settingsLibraries } from './settings.js';

export interface File {
  readonly analysis: Analysis;
  readonly module: Module;
  readonly layer: Layer;
  readonly settings: BackendPatternsSettings;
}

/** The process's memory of files. Rules never see it. */
export const project = new Project();
const analyses = new Map<string, { readonly analysis: Analysis; readonly settings: BackendPatternsSettings }>();
const files = new WeakMap<SourceCode, Map<string, File | undefined>>();

/** The file of a rule's context; `undefined` where nothing can be said of it: it is no program, cannot be parsed, or settings leave it alone. */
export function fileOf(context: Rule.RuleContext): File | undefined {
  const key = JSON.stringify(context.settings['backend-patterns'] ?? {});
  let known = files.get(context.sourceCode);
  if (!known) {
    known = new Map();
    files.set(context.sourceCode, known);
  }
  if (!known.has(key)) known.set(key, open(context, key));
  return known.get(key);
}

function open(context: Rule.RuleContext, key: string): File | undefined {
  const { analysis, settings } = analysisFor(context, key);
  // ESLint lints other languages as well, and gives rules those files too.
  const ast = context.sourceCode.ast as { readonly type: string };
  if (ast.type !== 'Program') return undefined;
  const name = path.isAbsolute(context.filename) ? context.filename : path.resolve(context.cwd, context.filename);
  const relative = path.relative(context.cwd, name);
  const layer = layerFromSettings(settings, relative) ?? layerOfPath(relative.startsWith('..') ? name : relative);
  const ignored = settings.ignore ?? ['test', 'script'];
  if (ignored.includes(layer) || ignored.some((glob) => matchesGlob(relative, glob))) return undefined;
  if (!mayBeBackend(analysis, name, context.sourceCode.text)) return undefined;
  const { text } = context.sourceCode;
  const module = analysis.options.followImports ? project.lint(name, text, ast as unknown as Program) : project.lintAlone(name, text, ast as unknown as Program);
  if (module && !analysis.options.followImports) analysis.beginAlone(module);
  return module && { analysis, module, layer, settings };
}

function analysisFor(context: Rule.RuleContext, key: string): { readonly analysis: Analysis; readonly settings: BackendPatternsSettings } {
  let known = analyses.get(key);
  if (!known) {
    const settings = readSettings(context.settings['backend-patterns']);
    const follow = typeof settings.followImports === 'object' ? settings.followImports : undefined;
    const options = {
      followImports: settings.followImports !== false,
      depth: follow?.depth ?? 10,
      files: follow?.files ?? 5_000,
      names: {
        hashFunctions: settings.hashFunctions ?? [],
        boundFunctions: settings.boundFunctions ?? [],
        errorSanitizers: settings.errorSanitizers ?? [],
        iterationHelpers: settings.iterationHelpers ?? [],
        asyncHandlers: settings.asyncHandlers ?? [],
        responseMethods: settings.responseMethods ?? [],
        rateLimiters: settings.rateLimiters ?? [],
        authMiddleware: settings.authMiddleware ?? [],
      },
    };
    known = { analysis: new Analysis(project, new Catalogue(settingsLibraries(settings)), options, key), settings };
    analyses.set(key, known);
  }
  return known;
}

function layerFromSettings(settings: BackendPatternsSettings, file: string): Layer | undefined {
  return Object.entries(settings.layers ?? {}).find(([glob]) => matchesGlob(file, glob))?.[1];
}

/** `*` within a folder, `**` across folders, `?` one character, `{a,b}` either. A bare word is no glob. */
export function matchesGlob(file: string, glob: string): boolean {
  if (!/[*/.?{]/.test(glob)) return false;
  const source = glob.replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[.+^$()|[\]\\]/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.startsWith('{')) return `(?:${part.slice(1, -1).split(',').map((item) => item.replace(/[.+^$()|[\]\\*]/g, '\\$&')).join('|')})`;
    return `\\${part}`;
  });
  return new RegExp(`^${source}$`).test(file.replaceAll('\\', '/'));
}
