/** What takes part in a step before a handler, where it comes from, and whether it finds out who asks. */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { authenticatorOf, originOf, partsOf } from '../../src/engine/facts/steps.js';
import { isCall } from '../../src/engine/syntax/ast.js';
import { functionName } from '../../src/engine/syntax/names.js';

/** The names of the functions and classes that take part in what is marked `it`; `?` where something of the app cannot be seen. */
function parts(step: string, around = '', files: Readonly<Record<string, string>> = {}): string[] {
  const asked = ask({ 'src/main.ts': `${around}\nconst list = [(/* it */ ${step})];\n`, ...files });
  const found = partsOf(asked.analysis, asked.at('it'));
  return [...found.functions.map((fn) => functionName(fn) ?? '=>'), ...found.classes.map((each) => each.id?.name ?? 'class'), ...(found.unseen ? ['?'] : [])];
}

const ONE = 'function one() {}\nfunction two() {}\nclass Guard { check() {} }\n';

describe('the parts of a step', () => {
  const cases: readonly (readonly [title: string, step: string, parts: readonly string[], around?: string])[] = [
    ['a function', 'one', ['one']],
    ['a function in place', '() => {}', ['=>']],
    ['a class', 'Guard', ['Guard']],
    ['a class in place', 'class Own {}', ['Own']],
    ['a list', '[one, , ...[two]]', ['one', 'two']],
    ['a choice', 'open ? one : two', ['one', 'two']],
    ['an alternative', 'one ?? two', ['one', 'two']],
    ['what is awaited', 'await one', ['one']],
    ['an object', 'new Guard()', ['Guard']],
    ['an object in a name', 'guard', ['Guard'], 'const guard = new Guard();\n'],
    ['an object of a function', 'limiter', ['Limiter'], 'function Limiter() { this.hits = 0; }\nconst limiter = new Limiter();\n'],
    ['a member of a described package that nobody has described', 'passport.strange()', [], "import passport from 'passport';\n"],
    ['a call, and a function that it is given', 'wrap(one, () => {})', ['wrap', 'one', '=>'], 'const wrap = (inner: unknown, other: unknown) => inner;\n'],
    ['a call whose data is no part', "wrap('two', { two }, ...[two])", ['wrap'], 'const wrap = (name: string, options: object) => one;\n'],
    ['a method of an object', 'guard.check.bind(guard)', ['check'], 'const guard = new Guard();\n'],
    ['a text', "'one'", []],
    ['something of who knows where', 'nowhere', ['?']],
    ['a call of who knows what', 'nowhere()', ['?']],
    ['a function of a package that nobody has described', 'strange', [], "import { strange } from 'strange-package';\n"],
    ['a call of a package that nobody has described', 'strange.limit()', [], "import strange from 'strange-package';\n"],
  ];

  it.each(cases.map(([title, step, expected, around = '']) => ({ title, step, expected, around })))('$title', ({ step, expected, around }) => {
    expect(parts(step, ONE + around)).toEqual(expected);
  });

  it('are those of another file as well', () => {
    expect(parts('guard', "import { guard } from './guard';", { 'src/guard.ts': `${ONE}const wrap = (inner: unknown) => inner;\nexport const guard = wrap(one);\n` })).toEqual(['one', 'wrap']);
  });
});

describe('the package and the name that something is imported by', () => {
  it.each([
    ['a name', "import { check } from 'gate';", 'check', 'gate.check'],
    ['a default', "import gate from 'gate';", 'gate', 'gate.default'],
    ['a property', "import gate from 'gate';", 'gate.check', 'gate.check'],
    ['a namespace', "import * as gate from 'gate';", 'gate', 'gate.*'],
    ['a required package', "const gate = require('gate');", 'gate', 'gate.default'],
    ['a name that is taken out of it', "const { check } = require('gate');", 'check', 'gate.check'],
    ['a call of what is required in place', '', "require('gate')()", 'gate.default'],
    ['a property of what is required in place', '', "require('gate').check", 'gate.check'],
    ['what a call of a package gives', "import gate from 'gate';", 'gate().check', 'gate.check'],
    ['a file of the app', "import { check } from './check';", 'check', undefined],
    ['a required file of the app', "const check = require('./check');", 'check', undefined],
    ['what a call of the app gives', '', 'make().check', undefined],
    ['a value of the app', 'const check = 5;', 'check', undefined],
    ['a parameter', 'function f(check) { return [/* that */ check]; }', 'f', undefined],
    ['the object itself', '', 'this.check', undefined],
    ['a global', '', 'check', undefined],
  ])('%s', (_title, before, expression, expected) => {
    const asked = ask({ 'src/main.js': `${before}\nconst list = [/* it */ ${expression}];\n`, 'src/check.js': 'export const check = 1;\n' });
    const origin = originOf(asked.analysis, asked.at('it'));
    expect(origin && `${origin.source}.${origin.name}`).toBe(expected);
  });
});

describe('a call that finds out who asks', () => {
  it.each([
    ['by a strategy', "import passport from 'passport';", "passport.authenticate('jwt')", 'jwt'],
    ['by a strategy in a constant', "import passport from 'passport';\nconst BY = 'bearer';", 'passport.authenticate(BY)', 'bearer'],
    ['by one of several', "import passport from 'passport';", "passport.authenticate(['jwt', 'local'])", 'unnamed'],
    ['by a number', "import passport from 'passport';\nconst BY = 5;", 'passport.authenticate(BY)', 'unnamed'],
    ['by none', "import passport from 'passport';", 'passport.authenticate()', 'unnamed'],
    ['by its default export', "import { expressjwt } from 'express-jwt';", 'expressjwt({ secret })', 'unnamed'],
    ['by a whole module', "import * as jwt from 'express-jwt';", 'jwt({ secret })', 'unnamed'],
    ['by a required module', "const jwt = require('express-jwt');", 'jwt({ secret })', 'unnamed'],
    ['in no other way', "import passport from 'passport';", 'passport.initialize()', undefined],
  ])('%s', (_title, before, call, expected) => {
    const asked = ask({ 'src/main.js': `${before}\nconst list = [/* it */ ${call}];\n` });
    const node = asked.at('it');
    const known = isCall(node) ? authenticatorOf(asked.analysis, node) : undefined;
    expect(known && (known.strategy ?? 'unnamed')).toBe(expected);
  });
});
