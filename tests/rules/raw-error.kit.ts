/** Cases for tests of leaking errors: the code itself marks what is reported. */
import type { InvalidTestCase } from '@typescript-eslint/rule-tester';
import { marked, type Rest } from './marked.kit.js';

export type Leak = 'rawErrorObject' | 'errorStack' | 'errorMessage';

/** A case that reports each `«expression»` of its code, exactly there, with one message or one a mark. */
export function leak(name: string, messages: Leak | readonly Leak[], text: string, rest: Rest = {}): InvalidTestCase<string, readonly unknown[]> {
  return marked(name, messages, text, rest);
}

/** An Express handler without `next`, so that no report suggests an edit. */
export function express(body: string): string {
  return `import express from 'express';\nconst app = express();\napp.get('/orders', async (req, res) => {\n  ${body}\n});\n`;
}

/** What an Express handler does with an error that it caught. */
export function caught(body: string): string {
  return express(`try {\n    res.json(await loadOrders());\n  } catch (err) {\n    ${body}\n  }`);
}
