/** The one adapter between rules and their host: a rule returns problems, this reports them. */
import type { Rule } from 'eslint';
import type { Module } from '../modules/parse.js';
import type { Node } from '../syntax/ast.js';
import { type Evidence, keepEvidence } from './evidence.js';
import { type File, fileOf } from './file.js';

/** A JSON schema, as ESLint types it. */
type JsonSchema = Exclude<NonNullable<Rule.RuleMetaData['schema']>, false | readonly unknown[]>;

export type Category = 'performance' | 'security' | 'architecture' | 'quality';

export interface RuleDocs {
  readonly description: string;
  readonly category: Category;
  /** The smallest preset that has the rule. */
  readonly preset: 'recommended' | 'strict';
  /** The options that the `strict` preset sets, where they differ from the defaults. */
  readonly strictOptions?: object;
  readonly url: string;
}

/** A change of the source text that a suggestion makes. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Problem<MessageId extends string> {
  readonly node: Node;
  readonly messageId: MessageId;
  readonly data?: Readonly<Record<string, string | undefined>>;
  /** What it rests on in other places, in the order of reading. */
  readonly evidence?: readonly Evidence[];
  readonly suggest?: readonly { readonly messageId: MessageId; readonly data?: Readonly<Record<string, string>>; readonly edits: readonly Edit[] }[];
}

export interface RuleDefinition<MessageId extends string, Options extends object> {
  readonly name: string;
  readonly meta: {
    readonly type: 'problem' | 'suggestion';
    readonly docs: Omit<RuleDocs, 'url' | 'strictOptions'> & { readonly strictOptions?: Partial<Options> };
    readonly hasSuggestions?: boolean;
    readonly messages: Readonly<Record<MessageId, string>>;
    /** The properties of the rule's one options object. */
    readonly schema: Readonly<Record<keyof Options & string, JsonSchema>>;
  };
  readonly defaultOptions: Options;
  /** The problems of a file, in any order. */
  readonly check: (file: File, options: Options) => Iterable<Problem<MessageId>>;
}

const REPOSITORY = 'https://github.com/backend-patterns/eslint-plugin-backend-patterns';

/** A finished rule, which still says which options it takes. */
export type PluginRule<Options extends object = object> = Rule.RuleModule & { readonly meta: { readonly docs: RuleDocs; readonly defaultOptions: [Options] } };

/** Makes an ESLint rule. Options are merged here, since ESLint before 9.15 does not do it. */
export function createRule<MessageId extends string, Options extends object>(definition: RuleDefinition<MessageId, Options>): PluginRule<Options> {
  const { name, meta, defaultOptions, check } = definition;
  const problems = remembered<MessageId>();
  return {
    meta: {
      type: meta.type,
      docs: { ...meta.docs, url: `${REPOSITORY}/blob/main/docs/rules/${name}.md` },
      ...(meta.hasSuggestions && { hasSuggestions: true }),
      messages: meta.messages,
      schema: [{ type: 'object', properties: { ...meta.schema }, additionalProperties: false }],
      defaultOptions: [defaultOptions],
    },
    create(context) {
      const file = fileOf(context);
      if (!file) return {};
      const given = context.options[0] as Partial<Options> | undefined;
      return {
        Program() {
          const seen = new Set<string>();
          for (const problem of problems(file, JSON.stringify(given), () => problemsOf(() => check(file, { ...defaultOptions, ...given })))) {
            const site = `${String(problem.node.start)}:${String(problem.node.end)}:${problem.messageId}`;
            if (seen.has(site)) continue;
            seen.add(site);
            report(context, problem);
            if (problem.evidence && problem.evidence.length > 0) keepEvidence(context.sourceCode, name, problem.messageId, problem.node, problem.evidence);
          }
        },
      };
    },
  };
}

/** What one rule says of a text: worked out once, as long as the text stands and nothing has changed that it may rest on. An editor asks again without an edit. */
function remembered<MessageId extends string>(): (file: File, options: string | undefined, work: () => readonly Problem<MessageId>[]) => readonly Problem<MessageId>[] {
  const known = new WeakMap<Module, { readonly file: File; readonly options: string | undefined; readonly version: number; readonly problems: readonly Problem<MessageId>[] }>();
  return (file, options, work) => {
    const { analysis, module, layer } = file;
    const { version } = analysis.project;
    const before = known.get(module);
    if (before?.version === version && before.options === options && before.file.analysis === analysis && before.file.layer === layer) return before.problems;
    const problems = work();
    known.set(module, { file, options, version, problems });
    return problems;
  };
}

/** A rule's problems in source order. A fault of our own costs its findings, never the user's lint run; set `BACKEND_PATTERNS_DEBUG` to see it. */
function problemsOf<MessageId extends string>(check: () => Iterable<Problem<MessageId>>): Problem<MessageId>[] {
  try {
    return [...check()].sort((a, b) => a.node.start - b.node.start);
  } catch (error) {
    if (process.env.BACKEND_PATTERNS_DEBUG) throw error;
    return [];
  }
}

function report<MessageId extends string>(context: Rule.RuleContext, problem: Problem<MessageId>): void {
  const { sourceCode } = context;
  context.report({
    loc: { start: sourceCode.getLocFromIndex(problem.node.start), end: sourceCode.getLocFromIndex(problem.node.end) },
    messageId: problem.messageId,
    ...(problem.data && { data: problem.data }),
    ...(problem.suggest && {
      suggest: problem.suggest.map(({ messageId, data, edits }) => ({
        messageId,
        ...(data && { data }),
        fix: (fixer: Rule.RuleFixer) => edits.map((edit) => fixer.replaceTextRange([edit.start, edit.end], edit.text)),
      })),
    }),
  });
}
