/** How far the engine goes before it says that it does not know. */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { inWords } from './engine.kit.js';

const told = (code: string) => inWords(ask(code).valueAt('it'));
const names = (count: number) => Array.from({ length: count }, (_, at) => `const v${String(at + 1)} = v${String(at)};`).join('\n');
/** Functions of which each hands its parameter to the one before. */
const chain = (count: number) => Array.from({ length: count }, (_, at) => `function f${String(at + 1)}(x) { return f${String(at)}(x); }`).join('\n');

describe('the engine follows', () => {
  it('a name through others, up to a limit', () => {
    expect(told(`const v0 = 1;\n${names(20)}\n/* it */ v20;`)).toBe('1');
    expect(told(`const v0 = 1;\n${names(100)}\n/* it */ v100;`)).toBe('unknown');
  });

  it('a parameter through its callers, up to a limit', () => {
    expect(told(`function f0(x) { return /* it */ x; }\n${chain(3)}\nf3(1);`)).toBe('1');
    expect(told(`function f0(x) { return /* it */ x; }\n${chain(100)}\nf100(1);`)).toBe('unknown');
  });

  it('an object that spreads itself, once', () => {
    expect(told('const a = { ...a, b: 1 };\n/* it */ a.b;')).toBe('1');
    expect(told('const a = { b: 1, ...a };\n/* it */ a.c;')).toBe('unknown');
  });

  it('classes and objects that are made of each other', () => {
    expect(told('class A extends B {}\nclass B extends A {}\n/* it */ A.load;')).toBe('unknown');
    expect(told('const a = { ...b };\nconst b = { ...a };\n/* it */ a.c;')).toBe('unknown');
  });

  it('the parameters that a function has, and no others', () => {
    const { analysis, valueAt } = ask('function f(x) {}\nf(1);\n/* it */ f;');
    const value = valueAt('it');
    if (value.kind !== 'function') throw new Error('A function was expected.');
    expect(inWords(analysis.parameterValueAt(value.fn, 0))).toBe('1');
    expect(inWords(analysis.parameterValueAt(value.fn, 1))).toBe('unknown');
  });

  it('no import where imports are not followed', () => {
    const files = { 'src/a.ts': "import { db } from './b';\n/* it */ db;", 'src/b.ts': 'export const db = 1;' };
    const on = ask(files);
    expect(on.analysis.follow(on.module, './b')?.path.endsWith('b.ts')).toBe(true);
    const off = ask(files, undefined, { followImports: false });
    expect(off.analysis.follow(off.module, './b')).toBeUndefined();
    expect(inWords(off.valueAt('it'))).toBe('unknown');
  });
});
