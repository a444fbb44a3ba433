/** Cases whose code marks what is reported: `«expression»`. */
import type { InvalidTestCase, ValidTestCase } from '@typescript-eslint/rule-tester';

type Options = readonly unknown[];
export type Rest = Omit<ValidTestCase<Options>, 'code' | 'name'>;
type Data = Readonly<Record<string, string>>;
type Suggestions = InvalidTestCase<string, Options>['errors'][number]['suggestions'];

/** A case that reports each mark of its code, exactly there, with one message or one a mark. `suggested` is the code after the first suggestion of the only report, `data` what all messages are filled with. */
export function marked(name: string, messages: string | readonly string[], text: string, { suggested, data, ...rest }: Rest & { readonly suggested?: readonly [messageId: string, output: string]; readonly data?: Data } = {}): InvalidTestCase<string, Options> {
  let code = '';
  const errors: InvalidTestCase<string, Options>['errors'][number][] = [];
  for (const [index, part] of text.split('«').entries()) {
    const [inside = '', after] = part.split('»');
    if (index > 0) {
      const messageId = typeof messages === 'string' ? messages : messages[index - 1];
      if (messageId === undefined || after === undefined) throw new Error(`"${name}" needs a message and an end for each mark.`);
      const start = position(code);
      const end = position(code + inside);
      const suggestions: Suggestions | undefined = suggested && [{ messageId: suggested[0], output: suggested[1] }];
      errors.push({ messageId, line: start.line, column: start.column, endLine: end.line, endColumn: end.column, ...(data && { data }), ...(suggestions && { suggestions }) });
    }
    code += inside + (after ?? '');
  }
  if (errors.length === 0) throw new Error(`"${name}" marks nothing.`);
  return { name, code, errors, ...rest };
}

function position(before: string): { readonly line: number; readonly column: number } {
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** A file with an Express handler of `GET /items/:id` around some statements. */
export function getting(preamble: string, statements: string): string {
  return `import express from 'express';\n${preamble}const app = express();\napp.get('/items/:id', async (req, res) => {\n  ${statements}\n  res.json(rows);\n});\n`;
}
