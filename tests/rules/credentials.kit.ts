/** Cases for tests of secrets and tokens: the code itself marks what is reported. */
import type { InvalidTestCase } from '@typescript-eslint/rule-tester';

/** A case that reports each `«expression»` of its code, exactly there, with one message or one a mark. */
export function marked(name: string, messages: string | readonly string[], text: string): InvalidTestCase<string, readonly unknown[]> {
  let code = '';
  const errors: InvalidTestCase<string, readonly unknown[]>['errors'][number][] = [];
  for (const [index, part] of text.split('«').entries()) {
    const [inside = '', after] = part.split('»');
    if (index > 0) {
      const messageId = typeof messages === 'string' ? messages : messages[index - 1];
      if (messageId === undefined || after === undefined) throw new Error(`"${name}" needs a message and an end for each mark.`);
      const start = position(code);
      const end = position(code + inside);
      errors.push({ messageId, line: start.line, column: start.column, endLine: end.line, endColumn: end.column });
    }
    code += inside + (after ?? '');
  }
  if (errors.length === 0) throw new Error(`"${name}" marks nothing.`);
  return { name, code, errors };
}

function position(before: string): { readonly line: number; readonly column: number } {
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
