/** Where does a value come from? Through calls: what they are given, what they give back, what they call back. */
import { describe } from 'vitest';
import { caught, comesFrom, route } from './origins.kit.js';

describe('functions of a framework that read the request', () => {
  comesFrom([
    ['a named part', "import { Hono } from 'hono';\nconst app = new Hono();\napp.get('/', (c) => { use(/* it */ c.req.query('page')); });", ['request query .page']],
    ['the body', "import { Hono } from 'hono';\nconst app = new Hono();\napp.post('/', async (c) => { const body = await c.req.json();\nuse(/* it */ body.page); });", ['request body .page']],
    ['a whole part', "import { defineEventHandler, getQuery } from 'h3';\nexport default defineEventHandler((event) => { const query = getQuery(event);\nuse(/* it */ query.page); });", ['request query .page']],
    ['a header, by a method', route("use(/* it */ req.get('x-page'));"), ['request headers .x-page']],
    ['the method itself', route("use((/* it */ req.get)('x-page'));"), ['request headers']],
  ]);
});

describe('functions of libraries', () => {
  const zod = "import { z } from 'zod';\nconst schema = z.object({ page: z.number() });\n";
  const supabase = "import { createClient } from '@supabase/supabase-js';\nconst db = createClient('', '');\n";
  comesFrom([
    ['what is parsed', route('const parsed = schema.parse(req.query);\nuse(/* it */ parsed.page);', zod), ['request query .page']],
    ['what is parsed, in a result', route('const parsed = schema.safeParse(req.query);\nuse(/* it */ parsed.data.page);', zod), ['request query .page']],
    ['nothing that is parsed', `${zod}use(/* it */ schema.parse());`, []],
    ['an error that a library returns', `${supabase}async function f() { const { data, error } = await db.from('users').select();\nuse(/* it */ error.message); }`, ['caught .message']],
    ['rows that it returns', `${supabase}async function f() { const { data, error } = await db.from('users').select();\nuse(/* it */ data); }`, ["other db.from('users').select() .data"]],
    ['text that is joined with others', caught("use(/* it */ util.format('%s', err.message));"), ["literal '%s'", 'caught .message']],
  ]);
});

describe('functions of the app', () => {
  comesFrom([
    ['what it returns', caught("const text = (e) => e.message;\nuse(/* it */ text(err));"), ['caught .message']],
    ['each of what it returns', route('function pick(q) { if (q.a) return q.a; return 10; }\nuse(/* it */ pick(req.query));'), ['request query .a', 'literal 10']],
    ['what is not handed in', 'function pick(a, b) { return b; }\nuse(/* it */ pick(1));', []],
    ['a default for what is not handed in', 'function pick(a = 10) { return a; }\nuse(/* it */ pick());', ['literal 10']],
    ['one that calls itself', caught('function cause(e) { if (e.cause) return cause(e.cause); return e.message; }\nuse(/* it */ cause(err));'), ['caught .message']],
    ['two that call each other', 'function a(x) { return x ? b(x) : 1; }\nfunction b(x) { return a(x.next); }\nuse(/* it */ a(y));', ['literal 1']],
    ['one of several', caught('const texts = { a: (e) => e.message, b: (e) => e.stack };\nuse(/* it */ texts[key](err));'), ['caught .message', 'caught .stack']],
    ['a rest parameter', caught('const last = (...args) => args[1];\nuse(/* it */ last(1, err.message));'), ['caught .message']],
    ['arguments that are spread', caught('const args = [1, err.message];\nconst last = (a, b) => b;\nuse(/* it */ last(...args));'), ['caught .message']],
    ['a method', caught('const texts = { of(e) { return e.message; } };\nuse(/* it */ texts.of(err));'), ['caught .message']],
  ]);
});

describe('functions of the language', () => {
  comesFrom([
    ['a conversion', route('use(/* it */ Number(req.query.page));'), ['request query .page']],
    ['a conversion to an error', caught('use(/* it */ toError(err).message);'), ['caught .message']],
    ['a copy', route('const all = Object.assign({}, req.body, ...more);\nuse(/* it */ all.page);'), ['request body .page', 'other more .page']],
    ['a method of text', caught('use(/* it */ err.message.trim());'), ['caught .message']],
    ['an element', route('use(/* it */ req.body.ids.at(0));'), ['request body .ids .0']],
    ['an element from the end', route('use(/* it */ req.body.ids.at(-1));'), ['request body .ids .*']],
    ['a rescue', 'use(/* it */ work().catch((err) => err.message));', ['caught .message', 'other work()']],
    ['a rescue as the second of then', 'use(/* it */ work().then((rows) => 1, (err) => err.message));', ['caught .message', 'literal 1']],
    ['what then gives', caught('use(/* it */ work().then(() => err.message));'), ['caught .message']],
    ['then of a function that nobody sees', 'use(/* it */ work().then(shape));', ['other work().then(shape)']],
    ['then without a function', 'use(/* it */ work().then());', ['other work().then()']],
    ['the reasons of settled promises', 'async function f() { const all = await Promise.allSettled(jobs);\nuse(/* it */ all[0].reason.message); }', ['caught .message']],
    ['a list that is mapped', caught("use(/* it */ rows.map((row) => ({ row: 1, text: err.message })));"), ['literal 1', 'caught .message']],
    ['one of a list that is mapped', caught("const all = rows.map((row) => ({ text: err.message, code: 1 }));\nuse(/* it */ all[0].text);"), ['caught .message']],
    ['what a fold gives', caught("use(/* it */ rows.reduce((sum, row) => err.message, 0));"), ['caught .message']],
    ['another function', 'use(/* it */ something(1));', ['other something(1)']],
    ['another method', 'use(/* it */ some.thing(1));', ['other some.thing(1)']],
  ]);

  describe('where a list made from another comes from that one, too', () => {
    comesFrom([['a list that is mapped', route('use(/* it */ req.body.ids.map((id) => 1));'), ['request body .ids', 'literal 1']]], { mapped: true });
  });
});

describe('branches that a call closes', () => {
  const told = (body: string, given: string): string => `function tell(data) { ${body} }\nuse(/* it */ tell(${given}));`;
  const CASES = "switch (data.type) { case 'a': return data.first; case 'b': return data.second; default: return data.third; }";
  const DATA = (type: string): string => `{ type: ${type}, first: 1, second: 2, third: 3 }`;
  comesFrom([
    ['the case that a call leads to', told(CASES, DATA("'b'")), ['literal 2']],
    ['the default', told(CASES, DATA("'c'")), ['literal 3']],
    ['a call of who knows what type', told(CASES, DATA('kind')), ['literal 1', 'literal 2', 'literal 3']],
    ['a call that may be given a type from elsewhere', told(CASES, '{ ...rest, first: 1, second: 2, third: 3 }'), ['literal 1', 'literal 2', 'literal 3']],
    ['a type that holds only sometimes', told(CASES, DATA("open ? 'b' : undefined")), ['literal 1', 'literal 2', 'literal 3']],
    ['a case that goes on into the next one', told("switch (data.type) { case 'a': note(data); case 'b': return data.second; default: return data.third; }", DATA("'a'")), ['literal 2']],
    ['a case that goes on into the default', told("switch (data.type) { case 'a': return data.first; case 'b': default: return data.third; }", DATA("'b'")), ['literal 3']],
    ['a case that ends before', told("switch (data.type) { case 'a': return data.first; case 'b': return data.second; }", DATA("'a'")), ['literal 1']],
    ['a switch in a switch', told("switch (data.first) { case 1: switch (data.type) { case 'a': return data.second; default: return data.third; } }", DATA("'b'")), ['literal 3']],
    ['a switch over something else', told("switch (mode) { case 'a': return data.first; default: return data.third; }", DATA("'b'")), ['literal 1', 'literal 3']],
    ['members of an enum', told('switch (data.type) { case Kind.A: return data.first; case Kind.B: return data.second; default: return data.third; }', DATA('Kind.B')), ['literal 2']],
    ['members of two enums', told('switch (data.type) { case Kind.A: return data.first; case Kind.B: return data.second; default: return data.third; }', DATA('Sort.B')), ['literal 1', 'literal 2', 'literal 3']],
    ['members of a variable', told('switch (data.type) { case kind.a: return data.first; default: return data.third; }', DATA('kind.b')), ['literal 1', 'literal 3']],
    ['members by a name that is worked out', told('switch (data.type) { case Kind[a]: return data.first; default: return data.third; }', DATA('Kind.B')), ['literal 1', 'literal 3']],
    ['a comparison that fails', told("if (data.type === 'a') return data.first; return data.third;", DATA("'b'")), ['literal 3']],
    ['a comparison that holds', told("if (data.type === 'b') return data.first; return data.third;", DATA("'b'")), ['literal 1']],
    ['a comparison turned round', told("return data.type !== 'b' ? data.first : data.third;", DATA("'b'")), ['literal 1', 'literal 3']],
    ['a comparison turned round, by a statement', told("if (data.type !== 'b') return data.first; return data.third;", DATA("'b'")), ['literal 3']],
    ['a comparison of something else', told("if (mode === 'a') return data.first; return data.third;", DATA("'b'")), ['literal 1', 'literal 3']],
  ]);
});

describe('new instances, where they come from what they keep', () => {
  const keeps = (cases: Parameters<typeof comesFrom>[0]): void => {
    comesFrom(cases, { constructed: true });
  };
  keeps([
    ['a field', caught('class Answer { constructor(text) { this.text = text; } }\nuse(/* it */ new Answer(err.message));'), ['caught .message']],
    ['a field that is asked for', caught('class Answer { constructor(text, code) { this.text = text; this.code = code; } }\nconst answer = new Answer(err.message, 1);\nuse(/* it */ answer.code);'), ['literal 1']],
    ['a parameter that is a field', caught('class Answer { constructor(readonly text: string, code: number) {} }\nuse(/* it */ new Answer(err.message, 1));'), ['caught .message']],
    ['another parameter than the one that is asked for', caught('class Answer { constructor(readonly text: string, readonly code: number) {} }\nconst answer = new Answer(err.message, 1);\nuse(/* it */ answer.code);'), ['literal 1']],
    ['a parameter that is not handed in', 'class Answer { constructor(readonly text?: string) {} }\nuse(/* it */ new Answer());', []],
    ['a constructor with overloads', caught('class Answer { text;\nconstructor(text: string);\nconstructor(text) { this.text = text; } }\nuse(/* it */ new Answer(err.message));'), ['caught .message']],
    ['the text of an error', caught('use(/* it */ new HttpError(err.message, { cause: 1 }));'), ['caught .message']],
    ['something else of an error', caught('const error = new HttpError(err.message);\nuse(/* it */ error.status);'), ['other new HttpError(err.message) .status']],
    ['an error without text', 'use(/* it */ new Error());', ['other new Error()']],
    ['a class that is made', caught('use(/* it */ new (classOf(1))(err.message));'), ['other new (classOf(1))(err.message)']],
    ['a class without a constructor', caught('class MyError {}\nuse(/* it */ new MyError(err.message));'), ['other new MyError(err.message)']],
  ]);
  comesFrom([['else nothing is known of it', caught('class Answer { constructor(text) { this.text = text; } }\nuse(/* it */ new Answer(err.message));'), ['other new Answer(err.message)']]]);
});
