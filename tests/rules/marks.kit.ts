/** Cases whose code marks what is reported, shared by rules: `«expression»`. */
import type { InvalidTestCase, ValidTestCase } from '@typescript-eslint/rule-tester';

type Options = readonly unknown[];
type Rest = Omit<ValidTestCase<Options>, 'code' | 'name'> & { readonly data?: Readonly<Record<string, string>> };

/** A case that reports each `«expression»` of its code, exactly there, with one message or one a mark. */
export function marked(name: string, messages: string | readonly string[], text: string, { data, ...rest }: Rest = {}): InvalidTestCase<string, Options> {
  let code = '';
  const errors: InvalidTestCase<string, Options>['errors'][number][] = [];
  for (const [index, part] of text.split('«').entries()) {
    const [inside = '', after] = part.split('»');
    if (index > 0) {
      const messageId = typeof messages === 'string' ? messages : messages[index - 1];
      if (messageId === undefined || after === undefined) throw new Error(`"${name}" needs a message and an end for each mark.`);
      const start = position(code);
      const end = position(code + inside);
      errors.push({ messageId, line: start.line, column: start.column, endLine: end.line, endColumn: end.column, ...(data && { data }) });
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
