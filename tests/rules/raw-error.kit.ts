/** Cases for tests of leaking errors: the code itself marks what is reported. */
import type { InvalidTestCase, ValidTestCase } from '@typescript-eslint/rule-tester';

export type Leak = 'rawErrorObject' | 'errorStack' | 'errorMessage';
type Options = readonly unknown[];
type Rest = Omit<ValidTestCase<Options>, 'code' | 'name'>;

/** A case that reports each `«expression»` of its code, exactly there, with one message or one a mark. */
export function leak(name: string, messages: Leak | readonly Leak[], text: string, rest: Rest = {}): InvalidTestCase<string, Options> {
  let code = '';
  const errors: InvalidTestCase<string, Options>['errors'][number][] = [];
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
  return { name, code, errors, ...rest };
}

function position(before: string): { readonly line: number; readonly column: number } {
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** An Express handler without `next`, so that no report suggests an edit. */
export function express(body: string): string {
  return `import express from 'express';\nconst app = express();\napp.get('/orders', async (req, res) => {\n  ${body}\n});\n`;
}

/** What an Express handler does with an error that it caught. */
export function caught(body: string): string {
  return express(`try {\n    res.json(await loadOrders());\n  } catch (err) {\n    ${body}\n  }`);
}
