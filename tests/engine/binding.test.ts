/** Which variable does a name mean, and what does a file export? */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import type { Export } from '../../src/engine/binding/exports.js';
import { requiredSource } from '../../src/engine/binding/exports.js';
import { type Definition, lookUp, referencesOf, type Variable, variableOf } from '../../src/engine/binding/scope.js';
import type { Expression } from '../../src/engine/syntax/ast.js';

/** The variable that the marked identifier means. */
function meant(code: string, mark = 'it'): Variable | undefined {
  const asked = ask(code);
  const node = asked.at(mark);
  return node.type === 'Identifier' ? variableOf(asked.module.bindings, node) : undefined;
}

/** How a variable comes by its values, in words. */
function ways(variable: Variable | undefined): string[] | undefined {
  return variable?.definitions.map((definition) => inWords(definition));
}

function inWords(definition: Definition): string {
  switch (definition.kind) {
    case 'value':
    case 'element':
    case 'caught':
      return [definition.kind, ...definition.binding.path].join('.');
    case 'parameter':
      return [`parameter ${definition.index}`, ...definition.binding.path].join('.');
    case 'import':
      return `import ${definition.imported} of ${definition.source}${definition.typeOnly ? ' (type)' : ''}`;
    default:
      return definition.kind;
  }
}

describe('a name means', () => {
  it.each([
    ['a constant', 'const a = 1; /* it */ a;', ['value']],
    ['a variable with every value it is given', 'let a = 1; a = 2; a ||= 3; /* it */ a;', ['value', 'value', 'value']],
    ['a variable that is given a value where it has none', 'let a; a ??= 1; /* it */ a;', ['value']],
    ['a variable that is given a value where it has one', 'let a = 1; a &&= 2; /* it */ a;', ['value', 'value']],
    ['a variable that is changed', 'let a = 1; a++; a += 2; /* it */ a;', ['value', 'changed', 'changed']],
    ['a variable without a value', 'let a; /* it */ a;', []],
    ['a part of an object', 'const { b: { a } } = x; /* it */ a;', ['value.b.a']],
    ['a part of an array', 'const [, a] = x; /* it */ a;', ['value.1']],
    ['a part that is assigned', 'let a; ({ b: a } = x); [a] = y; /* it */ a;', ['value.b', 'value.0']],
    ['an element', 'for (const a of x) { /* it */ a; }', ['element']],
    ['a part of an element', 'for (const { a } of x) { /* it */ a; }', ['element.a']],
    ['a key', 'for (const a in x) { /* it */ a; }', ['changed']],
    ['a parameter', 'function f(x, a) { /* it */ a; }', ['parameter 1']],
    ['a part of a parameter', 'const f = ({ b: { a } }) => { /* it */ a; };', ['parameter 0.b.a']],
    ['a parameter that is given a value', 'function f(a) { a = 1; /* it */ a; }', ['parameter 0', 'value']],
    ['a constructor\'s parameter', 'class A { constructor(private a: T) { /* it */ a; } }', ['parameter 0']],
    ['a function', 'function a() {} /* it */ a;', ['function']],
    ['a function declared later', '/* it */ a; function a() {}', ['function']],
    ['a function by its own name', 'const f = function a() { /* it */ a; };', ['function']],
    ['a class', 'class a {} /* it */ a;', ['class']],
    ['a class by its own name', 'const A = class a { m() { /* it */ a; } };', ['class']],
    ['an enumeration', 'enum a { b } /* it */ a;', ['enum']],
    ['what is caught', 'try {} catch (a) { /* it */ a; }', ['caught']],
    ['a part of what is caught', 'try {} catch ({ message: a }) { /* it */ a; }', ['caught.message']],
    ['an import', "import { a } from 'x'; /* it */ a;", ['import a of x']],
    ['a renamed import', "import { b as a } from 'x'; /* it */ a;", ['import b of x']],
    ['a default import', "import a from 'x'; /* it */ a;", ['import default of x']],
    ['a namespace', "import * as a from 'x'; /* it */ a;", ['import * of x']],
    ['an import by a string', "import { 'b-c' as a } from 'x'; /* it */ a;", ['import b-c of x']],
    ['a type import', "import type { a } from 'x'; /* it */ a;", ['import a of x (type)']],
    ['a type in an import', "import { type a } from 'x'; /* it */ a;", ['import a of x (type)']],
    ['an import assignment', "import a = require('x'); /* it */ a;", ['import * of x']],
    ['a global', '/* it */ a;', undefined],
  ] satisfies [string, string, string[] | undefined][])('%s', (_title, code, expected) => {
    expect(ways(meant(code))).toEqual(expected);
  });

  it.each([
    ['the inner of two', 'const a = 1; { let a; a = 2; a = 3; /* it */ a; }', 2],
    ['the outer, beside a block', 'const a = 1; { let a; } /* it */ a;', 1],
    ['the function\'s, through a block', 'function f() { if (x) { var a = 1; } /* it */ a; }', 1],
    ['none, outside of a function', 'function f() { var a = 1; } /* it */ a;', undefined],
    ['the loop\'s', 'const a = 1; for (let a = 0, b = a; ; a++) { /* it */ a; }', 2],
    ['the switch\'s', 'switch (x) { case 1: let a = 1; default: /* it */ a; }', 1],
    ['none, outside of a switch', 'switch (x) { case 1: let a = 1; } /* it */ a;', undefined],
    ['the parameter, not the outer', 'const a = 1; function f(a = 2) { /* it */ a; }', 1],
    ['the static block\'s', 'class A { static { var a = 1; } } /* it */ a;', undefined],
    ['the namespace\'s', 'namespace N { export const a = 1; /* it */ a; }', 1],
    ['none, outside of a namespace', 'namespace N { export const a = 1; } /* it */ a;', undefined],
    ['the catch clause\'s', 'const a = 1; try {} catch (a) { { /* it */ a; } }', 1],
  ])('%s', (_title, code, definitions) => {
    expect(meant(code)?.definitions.length).toBe(definitions);
  });

  it('a variable with its annotation', () => {
    expect(meant('let a: T; /* it */ a;')?.annotation?.type).toBe('TSTypeAnnotation');
    expect(meant('function f(a: T) { /* it */ a; }')?.annotation?.type).toBe('TSTypeAnnotation');
    expect(meant('let a; /* it */ a;')?.annotation).toBeUndefined();
  });

  it('what it means where it stands, and nothing where it is not known', () => {
    const asked = ask('const a = 1; function f() { /* it */ x; }');
    expect(ways(lookUp(asked.module.bindings, asked.at('it'), 'a'))).toEqual(['value']);
    expect(lookUp(asked.module.bindings, asked.at('it'), 'b')).toBeUndefined();
  });
});

describe('the mentions of a variable', () => {
  it.each([
    ['are those that mean it', 'const a = 1; /* it */ a; f(a); { const a = 2; a; } x.a; ({ a: 1 });', 2],
    ['are in shorthands', 'const a = 1; /* it */ a; ({ a });', 2],
    ['are in templates, keys and arguments', 'const a = 1; /* it */ a; `${a}`; x[a]; ({ [a]: a });', 5],
    ['are assignments', 'let a = 1; /* it */ a; a = 2;', 2],
    ['are no labels', 'const a = 1; /* it */ a; a: for (;;) { break a; }', 1],
    ['are no members of classes', 'const a = 1; /* it */ a; class A { a = 1; }', 1],
    ['are no members of enumerations', 'const a = 1; /* it */ a; enum E { a }', 1],
  ])('%s', (_title, code, count) => {
    const asked = ask(code);
    const node = asked.at('it');
    const variable = node.type === 'Identifier' ? variableOf(asked.module.bindings, node) : undefined;
    expect(variable && referencesOf(asked.module.bindings, variable)).toHaveLength(count);
  });
});

describe('exports', () => {
  function exported(code: string) {
    const { named, all, whole, dynamic } = ask({ 'src/file.ts': code }).module.exports;
    return { named: Object.fromEntries([...named].map(([name, each]) => [name, words(each)])), all, whole: whole?.type, dynamic };
  }
  function words(each: Export): string {
    return each.kind === 'local' ? each.node.type : each.kind === 'name' ? `name ${each.name}` : `${each.imported} of ${each.source}`;
  }

  it.each([
    ['export const a = 1, { b } = x;', { a: 'name a', b: 'name b' }],
    ['export function a() {}', { a: 'FunctionDeclaration' }],
    ['export class A {}', { A: 'ClassDeclaration' }],
    ['export enum A { b }', { A: 'TSEnumDeclaration' }],
    ['export interface A {} export type B = A;', { A: 'TSInterfaceDeclaration', B: 'TSTypeAliasDeclaration' }],
    ['export default a;', { default: 'Identifier' }],
    ['export default function () {}', { default: 'FunctionDeclaration' }],
    ['const a = 1; export { a, a as b, a as default };', { a: 'name a', b: 'name a', default: 'name a' }],
    ["export { a, b as c, default } from './x';", { a: 'a of ./x', c: 'b of ./x', default: 'default of ./x' }],
    ["export * as x from './x';", { x: '* of ./x' }],
    ["const a = 1; export { a as 'b-c' };", { 'b-c': 'name a' }],
    ['exports.a = 1;', { a: 'Literal' }],
    ['module.exports.a = f;', { a: 'Identifier' }],
    ["exports['a'] = 1;", { a: 'Literal' }],
    ['module.exports = { a: 1, b, c() {} };', { a: 'Literal', b: 'Identifier', c: 'FunctionExpression' }],
    ['export = { a: 1 };', { a: 'Literal' }],
  ])('%s', (code, named) => {
    expect(exported(code).named).toEqual(named);
  });

  it.each([
    ["export * from './x';", ['./x']],
    ["module.exports = require('./x');", ['./x']],
  ])('all of another: %s', (code, all) => {
    expect(exported(code).all).toEqual(all);
  });

  it.each([
    ['module.exports = f;', 'Identifier'],
    ['module.exports = exports = f;', 'Identifier'],
    ['exports = module.exports = f;', 'Identifier'],
    ['export = f;', 'Identifier'],
    ['exports.a = f;', undefined],
  ])('the whole: %s', (code, whole) => {
    expect(exported(code).whole).toBe(whole);
  });

  it.each([
    ['exports[name] = 1;', true],
    ['module.exports = { ...x };', true],
    ['exports.a = 1;', false],
  ])('what cannot be read off: %s', (code, dynamic) => {
    expect(exported(code).dynamic).toBe(dynamic);
  });

  it('not by variables of other names', () => {
    expect(exported('others = f; others.a = 1; module.others = 2;')).toMatchObject({ named: {}, whole: undefined });
  });

  it('not by variables of these names', () => {
    expect(exported('function f(exports, module) { exports.a = 1; module.exports = 2; }')).toMatchObject({ named: {}, whole: undefined });
  });
});

describe('a required module', () => {
  it.each([
    ["require('x');", 'x'],
    ['require(`x`);', 'x'],
    ["(require('x') as any);", 'x'],
    ["import('x');", 'x'],
    ["require(path.join(__dirname, 'env', 'all.js'));", './env/all.js'],
    ["require(path.resolve(__dirname + '/../env/all.js'));", './../env/all.js'],
    ["require(__dirname + '/all');", './all'],
    ['require(path.join(__dirname, name));', undefined],
    ["require(path.join(root, 'all.js'));", undefined],
    ['require(x);', undefined],
    ["other('x');", undefined],
    ["function require() {} require('x');", undefined],
  ])('%s', (code, source) => {
    const { module } = ask(code);
    const statement = module.program.body.find((each) => each.type === 'ExpressionStatement');
    expect(requiredSource(module.bindings, statement?.type === 'ExpressionStatement' ? statement.expression : ({} as Expression))).toBe(source);
  });

  it('is awaited', () => {
    const asked = ask("async function f() { /* it */ await import('x'); }");
    expect(requiredSource(asked.module.bindings, asked.at('it'))).toBe('x');
  });
});
