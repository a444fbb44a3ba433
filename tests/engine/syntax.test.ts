/** Shapes and names, read off the tree alone. */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import type { Expression, FunctionNode, Node } from '../../src/engine/syntax/ast.js';
import { argumentsOf, asMember, awaited, calleeOf, enclosingClass, enclosingFunction, isCall, isFunction, isWithin, parentOf, programOf, unwrap, wrapped } from '../../src/engine/syntax/ast.js';
import { bindingsOf, decoratorsOf, functionName, keyName, lastName, memberOfClass, objectProperty, parameterName, parameterPattern, parametersOf, propertyName, staticString, textOf } from '../../src/engine/syntax/names.js';
import { childrenOf, walk, walkOwn } from '../../src/engine/syntax/walk.js';
import { moduleOf } from '../../src/engine/modules/parse.js';

function program(code: string) {
  return ask(code).module.program;
}

/** The first expression statement's expression. */
function expression(code: string): Expression {
  for (const statement of program(code).body) if (statement.type === 'ExpressionStatement') return statement.expression;
  throw new Error('no expression');
}

function nodes(root: Node, type: Node['type']): Node[] {
  const found: Node[] = [];
  walk(root, (node) => {
    if (node.type === type) found.push(node);
    return undefined;
  });
  return found;
}

function functions(code: string): FunctionNode[] {
  const found: FunctionNode[] = [];
  walk(program(code), (node) => {
    if (isFunction(node)) found.push(node);
    return undefined;
  });
  return found;
}

describe('walking', () => {
  it('visits parents before children, in source order', () => {
    const names: string[] = [];
    walk(program('a(b, c.d); e;'), (node) => {
      if (node.type === 'Identifier') names.push(node.name);
      return undefined;
    });
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('leaves out what is refused', () => {
    const names: string[] = [];
    walk(program('a(b); c;'), (node) => {
      if (node.type === 'Identifier') names.push(node.name);
      return node.type !== 'CallExpression';
    });
    expect(names).toEqual(['c']);
  });

  it('stays in a function\'s own body', () => {
    const returned: number[] = [];
    const [outer] = functions('function f() { const g = () => { return 1; }; return 2; }');
    walkOwn(outer as Node, (node) => {
      if (node.type === 'ReturnStatement' && node.argument?.type === 'Literal') returned.push(Number(node.argument.value));
      return undefined;
    });
    expect(returned).toEqual([2]);
  });

  it('knows no children of a node of another parser', () => {
    expect(childrenOf({ type: 'Unheard', start: 0, end: 0, child: { type: 'Identifier' } } as unknown as Node)).toEqual([]);
  });
});

describe('around a node', () => {
  const code = 'class A { m() { const f = () => { x; }; } } y;';
  const [x, y] = ['x', 'y'].map((name) => nodes(program(code), 'Identifier').find((node) => node.type === 'Identifier' && node.name === name)!);

  it('stands a function, or none', () => {
    expect(enclosingFunction(x!)?.type).toBe('ArrowFunctionExpression');
    expect(enclosingFunction(enclosingFunction(x!) as Node)?.type).toBe('FunctionExpression');
    expect(enclosingFunction(y!)).toBeUndefined();
  });

  it('stands a class, or none', () => {
    expect(enclosingClass(x!)?.id?.name).toBe('A');
    expect(enclosingClass(y!)).toBeUndefined();
  });

  it('stands a program, and a module', () => {
    expect(programOf(x!).type).toBe('Program');
    expect(moduleOf(x!).text).toBe(code);
    expect(parentOf(programOf(x!))).toBeUndefined();
  });

  it('stands no module, if it is a stranger', () => {
    expect(() => moduleOf({ type: 'Identifier', name: 'x', start: 0, end: 1 } as unknown as Node)).toThrow('outside the engine');
  });

  it('knows what is within what', () => {
    const fn = enclosingFunction(x!) as Node;
    expect(isWithin(x!, fn)).toBe(true);
    expect(isWithin(fn, fn)).toBe(true);
    expect(isWithin(y!, fn)).toBe(false);
  });
});

describe('wrappings', () => {
  it.each(['x as T', 'x!', 'x satisfies T', '(x)', '(x as T)!', 'x<T>'])('%s is x', (code) => {
    expect(unwrap(expression(`(${code});`))).toMatchObject({ type: 'Identifier', name: 'x' });
  });

  it('an angle-bracket cast and an optional chain too', () => {
    expect(unwrap(expression('<T>x;'))).toMatchObject({ name: 'x' });
    expect(unwrap(expression('x?.y;'))).toMatchObject({ type: 'MemberExpression' });
  });

  it('are found from the inside', () => {
    const cast = expression('(x as T)!;');
    const inner = unwrap(cast);
    expect(wrapped(inner)).toBe(cast);
    const [call] = nodes(program('async function f() { await (g() as T); }'), 'CallExpression');
    expect(awaited(call!).type).toBe('AwaitExpression');
  });

  it('of a member are none', () => {
    expect(asMember(expression('(x as any).y!;'))?.property).toMatchObject({ name: 'y' });
    expect(asMember(expression('x;'))).toBeUndefined();
    expect(asMember(undefined)).toBeUndefined();
  });
});

describe('calls', () => {
  it.each([
    ['f(1, 2);', 'f', 2],
    ['new F(1);', 'F', 1],
    ['new F;', 'F', 0],
    ['f`a${1}b${2}`;', 'f', 2],
    ['(f as any)!(1);', 'f', 1],
    ['f?.(1);', 'f', 1],
  ])('%s', (code, name, count) => {
    const [call] = ['CallExpression', 'NewExpression', 'TaggedTemplateExpression'].flatMap((type) => nodes(program(code), type as Node['type']));
    if (!isCall(call)) throw new Error('no call');
    expect(lastName(calleeOf(call))).toBe(name);
    expect(argumentsOf(call)).toHaveLength(count);
  });
});

describe('names', () => {
  it.each([
    ['a.b;', 'b'],
    ["a['b'];", 'b'],
    ['a[`b`];', 'b'],
    ['a[1];', '1'],
    ['a[b];', undefined],
    ['a[`b${c}`];', undefined],
  ])('of a property: %s', (code, name) => {
    expect(propertyName(asMember(expression(code)) as never)).toBe(name);
  });

  it('of a private property', () => {
    const [member] = nodes(program('class A { #x; m() { this.#x; } }'), 'MemberExpression');
    expect(propertyName(member as never)).toBe('#x');
  });

  it('of keys, computed or not', () => {
    const names = nodes(program("({ a: 1, 'b': 1, ['c']: 1, 2: 1, [d]: 1 });"), 'Property').map((node) => (node.type === 'Property' ? keyName(node.key, node.computed) : undefined));
    expect(names).toEqual(['a', 'b', 'c', '2', undefined]);
  });

  it.each([
    ['a.b.c;', 'c'],
    ['a;', 'a'],
    ['f().g;', 'g'],
    ['f();', undefined],
    ['a[b];', undefined],
    ['(a as T);', 'a'],
    ['(0, a.b);', 'b'],
  ])('at the end: %s', (code, name) => {
    expect(lastName(expression(code))).toBe(name);
  });

  it.each([
    ['function f() {}', 'f'],
    ['const f = () => {};', 'f'],
    ['const f = function () {};', 'f'],
    ['const f = wrap(() => {});', 'f'],
    ['f = () => {};', 'f'],
    ['exports.f = () => {};', 'f'],
    ['exports.f = wrap(() => {});', 'f'],
    ['class A { f() {} }', 'f'],
    ['class A { f = () => {}; }', 'f'],
    ["class A { 'f'() {} }", 'f'],
    ['const a = { f() {} };', 'f'],
    ['const a = { f: wrap(() => {}) };', 'f'],
    ['export default function f() {}', 'f'],
    ['run(() => {});', undefined],
    ['export default () => {};', undefined],
    ['(() => {})();', undefined],
  ])('of a function: %s', (code, name) => {
    expect(functionName(functions(code)[0]!)).toBe(name);
  });
});

describe('texts', () => {
  it.each([
    ["'a';", 'a'],
    ['`a`;', 'a'],
    ['(`a` as const);', 'a'],
    ['`a${b}`;', undefined],
    ['1;', undefined],
    ["'a' + 'b';", undefined],
  ])('fixed: %s', (code, text) => {
    expect(staticString(expression(code))).toBe(text);
  });

  it.each([
    ["'a';", 'a'],
    ['`a ${b} c`;', 'a ? c'],
    ["'a ' + b + ' c';", 'a ? c'],
    ['sql`a ${b}`;', 'a ?'],
    ['a + b;', undefined],
    ['a;', undefined],
  ])('with gaps: %s', (code, text) => {
    expect(textOf(expression(code))).toBe(text);
  });
});

describe('patterns', () => {
  function bound(pattern: string): [string, string, boolean][] {
    const [declarator] = nodes(program(`const ${pattern} = x;`), 'VariableDeclarator');
    return declarator?.type === 'VariableDeclarator' ? bindingsOf(declarator.id).map((each) => [each.identifier.name, each.path.join('.'), each.fallback !== undefined]) : [];
  }

  it.each([
    ['a', [['a', '', false]]],
    ['{ a }', [['a', 'a', false]]],
    ['{ a: b }', [['b', 'a', false]]],
    ['{ a: { b } }', [['b', 'a.b', false]]],
    ['{ a = 1 }', [['a', 'a', true]]],
    ['{ a: { b = 1 } = {} }', [['b', 'a.b', true]]],
    ['[a, , b]', [['a', '0', false], ['b', '2', false]]],
    ['{ a, ...rest }', [['a', 'a', false], ['rest', '', false]]],
    ['{ [key]: a }', [['a', '*', false]]],
    ["{ 'a-b': c }", [['c', 'a-b', false]]],
  ] satisfies [string, [string, string, boolean][]][])('%s', (pattern, expected) => {
    expect(bound(pattern)).toEqual(expected);
  });

  it('say which binding is the rest', () => {
    const [declarator] = nodes(program('const { a, ...rest } = x;'), 'VariableDeclarator');
    const rests = declarator?.type === 'VariableDeclarator' ? bindingsOf(declarator.id).map((each) => each.rest ?? false) : [];
    expect(rests).toEqual([false, true]);
  });
});

describe('parameters', () => {
  it('are counted without `this`', () => {
    const [fn] = functions('function f(this: T, a, b) {}');
    expect(parametersOf(fn!)).toHaveLength(2);
    expect(parameterName(fn!, 0)).toBe('a');
  });

  it('have names, under defaults, rests and modifiers', () => {
    const [fn] = functions('class A { constructor(private a = 1, b: T, { c }, ...d) {} }');
    expect([0, 1, 2, 3, 4].map((index) => parameterName(fn!, index))).toEqual(['a', 'b', undefined, 'd', undefined]);
    expect(parametersOf(fn!).map((each) => parameterPattern(each).type)).toEqual(['Identifier', 'Identifier', 'ObjectPattern', 'Identifier']);
  });

  it('have decorators, as classes and members do', () => {
    const [fn] = functions('@C() class A { @M() m(@P() a, b) {} }');
    expect(parametersOf(fn!).map((each) => decoratorsOf(each).length)).toEqual([1, 0]);
    const member = memberOfClass(fn!);
    expect(member && decoratorsOf(member)).toHaveLength(1);
    expect(decoratorsOf(enclosingClass(fn as Node) as Node)).toHaveLength(1);
    expect(decoratorsOf({ type: 'ClassDeclaration', start: 0, end: 0 } as unknown as Node)).toEqual([]);
  });
});

it('finds a property by name, the last one first', () => {
  const object = expression('({ a: 1, b: 2, a: 3, ...c });');
  if (object.type !== 'ObjectExpression') throw new Error('no object');
  expect(objectProperty(object, 'a')?.value).toMatchObject({ value: 3 });
  expect(objectProperty(object, 'c')).toBeUndefined();
});
