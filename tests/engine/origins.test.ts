/** Where does a value come from? Expressions, objects and names of one file. */
import { describe } from 'vitest';
import { caught, comesFrom, route } from './origins.kit.js';

describe('expressions', () => {
  comesFrom([
    ['the last of a sequence', caught('use((/* it */ log(), err.stack));'), ['caught .stack']],
    ['both cases of a condition', route('use(/* it */ req.query.a ? req.body.b : 5);'), ['request body .b', 'literal 5']],
    ['a comparison says nothing of its sides', route('use(/* it */ req.query.a === 1);'), ["other req.query.a === 1"]],
    ['a negation', 'use(/* it */ !flag);', ['other !flag']],
    ['a sign', route('use(/* it */ -req.query.a);'), ['request query .a']],
    ['a private field that is asked for', 'class A { #x; has(o) { return use((/* it */ #x in o)); } }', ['other #x in o']],
    ['a template', route('use(/* it */ `page ${req.query.page}`);'), ['request query .page', 'literal `page ${req.query.page}`']],
    ['an assignment', route('let page; use(/* it */ page = req.query.page);'), ['request query .page']],
    ['the right of and', route('use(/* it */ ready && req.query.page);'), ['request query .page']],
    ['a function', 'use(/* it */ function () {});', ['other function () {}']],
    ['a global', 'use(/* it */ window);', ['other window']],
    ['a property whose name is not known', caught('use(/* it */ err[key]);'), ['caught .*']],
  ]);
});

describe('arrays', () => {
  comesFrom([
    ['all elements', route('use(/* it */ [req.query.a, 1]);'), ['request query .a', 'literal 1']],
    ['one position', route('const [a] = [req.query.a, req.body.b];\nuse(/* it */ a);'), ['request query .a']],
    ['a spread', route('use(/* it */ [...req.body.ids, 1]);'), ['request body .ids', 'literal 1']],
    ['a hole', 'use(/* it */ [, 1]);', ['literal 1']],
    ['elements in a loop', route('for (const id of [req.query.a, req.query.b]) use(/* it */ id);'), ['request query .a', 'request query .b']],
  ]);
});

describe('objects', () => {
  comesFrom([
    ['a property', caught('const body = { message: err.message, code: 1 };\nuse(/* it */ body.message);'), ['caught .message']],
    ['everything but methods', caught('use(/* it */ { message: err.message, retry() { return 1; } });'), ['caught .message']],
    ['a spread', caught('use(/* it */ { ...err, code: 1 });'), ['caught', 'literal 1']],
    ['a property that a spread may have', caught('const body = { ...err };\nuse(/* it */ body.stack);'), ['caught .stack']],
    ['a property after a spread', caught('const body = { ...err, stack: 1 };\nuse(/* it */ body.stack);'), ['literal 1']],
    ['any property', caught('const body = { message: err.message };\nuse(/* it */ body[key]);'), ['caught .message']],
    ['a property that is not there', caught('const body = { message: err.message };\nuse(/* it */ body.code);'), []],
  ]);
});

describe('what is added to an object or a list', () => {
  comesFrom([
    ['a property', caught('const body = {};\nbody.message = err.message;\nuse(/* it */ body);'), ['caught .message']],
    ['another property', caught('const body = {};\nbody.message = err.message;\nuse(/* it */ body.code);'), []],
    ['a property of any name', caught('const body = {};\nbody[key] = err.message;\nuse(/* it */ body.code);'), ['caught .message']],
    ['a list', caught('const errors = [];\nerrors.push(err.message);\nuse(/* it */ errors);'), ['caught .message']],
    ['an element of a list', caught('const errors = [];\nerrors.push({ text: err.message });\nuse(/* it */ errors[0].text);'), ['caught .message']],
    ['a list that is spread', route('const ids = [];\nids.push(...req.body.ids);\nuse(/* it */ ids);'), ['request body .ids']],
    ['a list in an object', caught('const body = { errors: [] };\nbody.errors.push(err.message);\nuse(/* it */ body.errors);'), ['caught .message']],
    ['a list in an object, of another property', caught('const body = { errors: [], rows: [] };\nbody.errors.push(err.message);\nuse(/* it */ body.rows);'), []],
    ['a list in an object, at any property', caught('const body = { errors: [] };\nbody.errors.push(err.message);\nuse(/* it */ body[key]);'), ['caught .message']],
    ['a method that adds nothing', caught('const body = {};\nbody.log(err.message);\nuse(/* it */ body);'), []],
    ['a copy by key', caught('const copy = {};\nfor (const key of keys) copy[key] = err[key];\nuse(/* it */ copy.message);'), ['caught .message']],
    ['a copy by key, as a whole', caught('const copy = {};\nfor (const key of keys) copy[key] = err[key];\nuse(/* it */ copy);'), ['caught .*']],
    ['a copy from under another key', caught('const copy = {};\ncopy[a] = err[b];\nuse(/* it */ copy.message);'), ['caught .*']],
    ['a copy from under a calculated key', caught("const copy = {};\ncopy[a] = err['x' + a];\nuse(/* it */ copy.message);"), ['caught .*']],
    ['text that grows', caught("let text = 'failed: ';\ntext += err.message;\nuse(/* it */ text);"), ["literal 'failed: '", 'caught .message']],
    ['a number that is counted', 'let n = 0;\nn++;\nuse(/* it */ n);', ['literal 0', 'other n']],
    ['a number that is multiplied', route('let n = 2;\nn *= req.query.n;\nuse(/* it */ n);'), ['literal 2', 'other n']],
  ]);
});

describe('names', () => {
  comesFrom([
    ['a default in a pattern', route('const { page = 1 } = req.query;\nuse(/* it */ page);'), ['request query .page', 'literal 1']],
    ['a caught error, taken apart', 'try { work(); } catch ({ message }) { use(/* it */ message); }', ['caught .message']],
    ['a function', 'function f() {}\nuse(/* it */ f);', ['other f']],
    ['a constant of another file', { 'src/a.ts': "import { MAX } from './b';\nuse(/* it */ MAX);", 'src/b.ts': 'export const MAX = 100;' }, ['literal 100']],
    ['a part of a constant of another file', { 'src/a.ts': "import { limits } from './b';\nuse(/* it */ limits.page);", 'src/b.ts': 'export const limits = { page: 50 };' }, ['literal 50']],
    ['a function of another file', { 'src/a.ts': "import { load } from './b';\nuse(/* it */ load);", 'src/b.ts': 'export function load() {}' }, ['other load']],
    ['a constant that another file exports without a name', { 'src/a.ts': "import MAX from './b';\nuse(/* it */ MAX);", 'src/b.ts': 'export default 100;' }, ['other MAX']],
    ['a name that the other file imports itself', { 'src/a.ts': "import { MAX } from './b';\nuse(/* it */ MAX);", 'src/b.ts': "import { MAX } from './c';\nexport { MAX };", 'src/c.ts': 'export const MAX = 100;' }, ['other MAX']],
    ['a package', "import { MAX } from 'limits';\nuse(/* it */ MAX);", ['other MAX']],
  ]);
});

describe('what hangs on a request', () => {
  comesFrom([
    ['what a middleware puts there', `import express from 'express';\nconst app = express();\napp.use((req, res, next) => { req.order = req.body.order; next(); });\napp.get('/', (req, res) => { use(/* it */ req.order); });`, ['request body .order']],
    ['what nobody puts there', route('use(/* it */ req.order);'), ['other req .order']],
    ['what something else puts there', route('use(/* it */ req.order);', 'const cart = {};\ncart.order = 1;\n'), ['other req .order']],
  ]);
});
