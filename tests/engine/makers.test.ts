/** Where an object comes into being, by whatever name it goes, and what an import stands for. */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { exportedBy } from '../../src/engine/flow/exported.js';
import { callsOnTheWay, makersOf } from '../../src/engine/flow/makers.js';
import { moduleOf } from '../../src/engine/modules/parse.js';
import type { Node } from '../../src/engine/syntax/ast.js';

const textOf = (node: Node) => moduleOf(node).text.slice(node.start, node.end).split('\n')[0] ?? '';

/** The text of each maker of what is marked `it`, with the property names that are left. */
function makers(main: string, files: Readonly<Record<string, string>> = {}): string[] {
  const asked = ask({ 'src/main.js': main, ...files });
  return makersOf(asked.analysis, asked.at('it')).map(({ node, path }) => [textOf(node), ...path].join(' .'));
}

describe('the makers of an object', () => {
  it.each([
    ['a call', 'const app = make(); use(/* it */ app);', ['make()']],
    ['a property of one', 'const app = make(); use(/* it */ app.router);', ['make() .router']],
    ['a chain that gives the same object', "import express from 'express';\nconst app = express(); use(/* it */ app.use(a).use(b));", ['express()']],
    ['a parameter that nobody fills', 'export function f(app) { use(/* it */ app); }', ['app']],
    ['a function', 'function handler() {} use(/* it */ handler);', ['function handler() {}']],
    ['a global', 'use(/* it */ app);', ['app']],
    ['an import that nobody can follow', "import { app } from './nowhere'; use(/* it */ app);", ['app']],
    ['an element of a list', 'for (const app of apps) use(/* it */ app);', ['apps .*']],
    ['names in a circle', 'let a = b; let b = a; use(/* it */ a);', []],
  ] as const)('%s', (_title, main, expected) => {
    expect(makers(main)).toEqual(expected);
  });

  it.each([
    ['by its initialiser', 'class Server { app = make(); run() { use(/* it */ this.app); } }', ['make()']],
    ['by an assignment', 'class Server { constructor() { this.app = make(); } run() { use(/* it */ this.app); } }', ['make()']],
    ['by a getter', 'class Server { inner = make(); get app() { return this.inner; } run() { use(/* it */ this.app); } }', ['make()']],
    ['by a getter that does more', 'class Server { get app() { log(); return make(); } run() { use(/* it */ this.app); } }', []],
    ['by a getter that gives nothing', 'class Server { get app() { return; } run() { use(/* it */ this.app); } }', []],
    ['by the class that it extends', 'class Base { app = make(); }\nclass Server extends Base { run() { use(/* it */ this.app); } }', ['make()']],
    ['by a class that nobody sees', 'class Server extends Base { run() { use(/* it */ this.app); } }', []],
    ['from outside', 'class Server { app = make(); }\nuse(/* it */ new Server().app);', ['make()']],
    ['from outside, in a name', 'class Server { app = make(); }\nconst server = new Server();\nuse(/* it */ server.app);', ['make()']],
    ['by what the constructor is given', 'class Server { constructor(app) { this.app = app; } run() { use(/* it */ this.app); } }\nnew Server(make());', ['make()']],
    ['by a constructor that is given nothing', 'class Server { constructor(app) { this.app = app; } run() { use(/* it */ this.app); } }\nnew Server();', []],
    ['by a constructor that nobody calls', 'class Server { constructor(app) { this.app = app; } run() { use(/* it */ this.app); } }\nnew Other();', ['app']],
    ['by another field, and that by the first', 'class Server { app = this.other; other = this.app; run() { use(/* it */ this.app); } }', []],
    ['of a function that makes objects', 'function Server() { this.app = make(); use(/* it */ this.app); }', ['this .app']],
  ] as const)('of a field: %s', (_title, main, expected) => {
    expect(makers(main)).toEqual(expected);
  });

  const USE = (what: string, as = what) => `import ${what} from './app'; use(/* it */ ${as});`;

  it.each([
    ['a name', USE('{ app }', 'app'), { 'src/app.js': 'export const app = make();' }, ['make()']],
    ['a name in a list of exports', USE('{ app }', 'app'), { 'src/app.js': 'const app = make(); export { app };' }, ['make()']],
    ['a name that is taken out', USE('{ app }', 'app'), { 'src/app.js': 'const { app } = make(); export { app };' }, ['make() .app']],
    ['a function', USE('{ app }', 'app'), { 'src/app.js': 'export function app() {}' }, ['function app() {}']],
    ['a class', USE('{ App }', 'App'), { 'src/app.js': 'class App {}\nexport { App };' }, ['class App {}']],
    ['a default', USE('app'), { 'src/app.js': 'export default make();' }, ['make()']],
    ['a default of a name', USE('app'), { 'src/app.js': 'const app = make(); export default app;' }, ['make()']],
    ['a whole module', USE('app'), { 'src/app.js': 'module.exports = make();' }, ['make()']],
    ['a property of a whole module', USE('{ app }', 'app'), { 'src/app.js': 'module.exports = make();' }, ['make() .app']],
    ['a required module', "const app = require('./app'); use(/* it */ app);", { 'src/app.js': 'module.exports = make();' }, ['make()']],
    ['a required name', "const { app } = require('./app'); use(/* it */ app);", { 'src/app.js': 'exports.app = make();' }, ['make()']],
    ['a required module whose default is meant', "const app = require('./app'); use(/* it */ app);", { 'src/app.js': 'export default make();' }, ['make()']],
    ['a namespace', USE('* as all', 'all.app'), { 'src/app.js': 'export const app = make();' }, ['make()']],
    ['a namespace through a barrel', USE('* as all', 'all.app'), { 'src/app.js': "export * from './real';", 'src/real.js': 'export const app = make();' }, ['make()']],
    ['a barrel', USE('{ app }', 'app'), { 'src/app.js': "export { app } from './real';", 'src/real.js': 'export const app = make();' }, ['make()']],
    ['a barrel of everything', USE('{ app }', 'app'), { 'src/app.js': "export * from './real';", 'src/real.js': 'export const app = make();' }, ['make()']],
    ['an import that is exported', USE('{ app }', 'app'), { 'src/app.js': "import { app } from './real'; export { app };", 'src/real.js': 'export const app = make();' }, ['make()']],
    ['a field of a class', "import { Server } from './app'; const server = new Server(); use(/* it */ server.app);", { 'src/app.js': 'export class Server { app = make(); }' }, ['make()']],
    ['a default that is none', USE('app'), { 'src/app.js': 'export const other = 1;' }, []],
    ['a name that nobody declares', USE('{ app }', 'app'), { 'src/app.js': 'export { app };' }, []],
    ['a name that is none', USE('{ app }', 'app'), { 'src/app.js': 'export const other = 1;' }, []],
    ['barrels in a circle', USE('{ app }', 'app'), { 'src/app.js': "export * from './real';", 'src/real.js': "export * from './app';" }, []],
  ] as const)('of an import: %s', (_title, main, files, expected) => {
    expect(makers(main, files)).toEqual(expected);
  });

  it('are passed on the way', () => {
    const asked = ask('const wrap = (fn) => fn; const handler = wrap(make()); use(/* it */ handler);');
    expect(callsOnTheWay(asked.analysis, asked.at('it')).map(textOf)).toContain('wrap(make())');
  });
});

describe('what an import brings', () => {
  const brought = (files: Readonly<Record<string, string>>, imported: string, path: readonly string[] = []) => {
    const asked = ask({ 'src/main.js': "import './a';", ...files });
    return exportedBy(asked.analysis, asked.module, './a', imported, path).map(({ node, path: left }) => [textOf(node), ...left].join(' .'));
  };

  it.each([
    ['a value', { 'src/a.js': 'export const app = make();' }, 'app', [], ['make()']],
    ['a value that is taken out', { 'src/a.js': 'const { app } = make(); export { app };' }, 'app', ['router'], ['make() .app .router']],
    ['a default', { 'src/a.js': 'export default make();' }, 'default', [], ['make()']],
    ['a default function, which is no value', { 'src/a.js': 'export default function () {}' }, 'default', [], []],
    ['a function, which is no value', { 'src/a.js': 'function app() {} export { app };' }, 'app', [], []],
    ['a name that nobody declares', { 'src/a.js': 'export { app };' }, 'app', [], []],
    ['a whole module', { 'src/a.js': 'module.exports = make();' }, '*', ['app'], ['make() .app']],
    ['a default of a whole module', { 'src/a.js': 'module.exports = make();' }, 'default', [], ['make()']],
    ['a property of a whole module', { 'src/a.js': 'module.exports = make();' }, 'app', ['router'], ['make() .app .router']],
    ['a namespace', { 'src/a.js': 'export const app = make();' }, '*', ['app', 'router'], ['make() .router']],
    ['nothing of a namespace', { 'src/a.js': 'export const app = make();' }, '*', [], []],
    ['a barrel', { 'src/a.js': "export * from './b';", 'src/b.js': 'export const app = make();' }, 'app', [], ['make()']],
    ['an import that is exported', { 'src/a.js': "import { app } from './b'; export { app };", 'src/b.js': 'export const app = make();' }, 'app', [], ['make()']],
    ['a file that nobody finds', {}, 'app', [], []],
    ['a file behind too many barrels', { ...Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name, at, all) => [`src/${name}.js`, `export { app } from './${all[at + 1] ?? 'z'}';`])), 'src/z.js': 'export const app = make();' }, 'app', [], []],
  ] as const)('%s', (_title, files, imported, path, expected) => {
    expect(brought(files, imported, path)).toEqual(expected);
  });
});
