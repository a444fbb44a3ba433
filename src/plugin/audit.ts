/** What a program needs that audits a whole project with this plugin: a parser that gives ESLint nothing to walk, and a rule that counts. */
import type { Rule } from 'eslint';
import { type Census, census, fileOf, type Trail, trailsOf } from '#engine';

export { hostParser } from '#engine';
export type { Category, Census, CountedHandler, CountedQuery, Place, Trail, UsedLibrary } from '#engine';

/** What the counting rule says of a file. */
export interface FileReport {
  readonly census: Census;
  /** The evidence of the file's findings. */
  readonly trails: readonly Trail[];
}

/**
 * A rule that reports one message a file, a `FileReport` in JSON, so that it comes through ESLint's workers like any other.
 * It speaks last, when the other rules have reported, and not at all of files that no rule looks at.
 */
export const countingRule: Rule.RuleModule = {
  meta: { type: 'suggestion', docs: { description: 'Count what is in a file' }, schema: [] },
  create(context) {
    const file = fileOf(context);
    if (!file) return {};
    return {
      'Program:exit'() {
        const report: FileReport = { census: census(file), trails: trailsOf(context.sourceCode) };
        context.report({ loc: { line: 1, column: 0 }, message: JSON.stringify(report) });
      },
    };
  },
};
