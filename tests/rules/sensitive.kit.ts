/** Cases for tests of sensitive values that leave the app: the code itself marks what is reported. */
import type { InvalidTestCase, ValidTestCase } from '@typescript-eslint/rule-tester';

type Options = readonly unknown[];
type Rest = Omit<ValidTestCase<Options>, 'code' | 'name'>;

/** A case that reports each `«expression»` of its code, exactly there. */
export function exposed<M extends string>(name: string, messageId: M, text: string, rest: Rest = {}): InvalidTestCase<M, Options> {
  let code = '';
  const errors: InvalidTestCase<M, Options>['errors'][number][] = [];
  for (const [index, part] of text.split('«').entries()) {
    const [inside = '', after] = part.split('»');
    if (index > 0) {
      if (after === undefined) throw new Error(`"${name}" needs an end for each mark.`);
      const start = position(code);
      const end = position(code + inside);
      errors.push({ messageId, line: start.line, column: start.column, endLine: end.line, endColumn: end.column });
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

/** An Express handler, with more code in front of it. */
export function handler(before: string, body: string): string {
  return `import express from 'express';\n${before}\nconst app = express();\napp.get('/users/:id', async (req, res) => {\n  ${body}\n});\n`;
}
