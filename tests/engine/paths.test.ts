/** Where control goes: what may run after a node, and how it leaves a statement. */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { canEndWithout, neverReturns, onOnePath, whatFollows } from '../../src/engine/flow/paths.js';
import { calleeOf, enclosingFunction, isCall, isWithin } from '../../src/engine/syntax/ast.js';
import { lastName } from '../../src/engine/syntax/names.js';

/** The names of the functions that may be called after the mark; those of a loop's next turn with a `+`. */
function after(body: string, outside = ''): string[] {
  const asked = ask(`export async function f(a, b, xs) { ${body} }\n${outside}`);
  const pieces = whatFollows(asked.analysis, asked.at('it'));
  return asked.module.bindings.calls.flatMap((call) => {
    const piece = pieces.find(({ node }) => isWithin(call, node));
    return piece ? [`${lastName(calleeOf(call)) ?? ''}${piece.again ? '+' : ''}`] : [];
  });
}

describe('what may run after a node', () => {
  it.each([
    ['the statements after it', 'x(); /* it */ q(); y(); z();', ['y', 'z']],
    ['nothing after a return', '/* it */ q(); y(); return; z();', ['y']],
    ['nothing after a throw', '/* it */ q(); throw e(); z();', ['e']],
    ['nothing where it is returned', 'return /* it */ q(); z();', []],
    ['what stands behind the if, and not the else', 'if (a) { /* it */ q(); } else { n(); } y();', ['y']],
    ['both branches, from the test', 'if (/* it */ q()) x(); else y(); z();', ['x', 'y', 'z']],
    ['nothing where both branches leave', '/* it */ q(); if (a) { return; } else { throw b; } z();', []],
    ['what follows a branch that leaves', '/* it */ q(); if (a) { x(); return; } y();', ['x', 'y']],
    ['the next case, without a break', "switch (a) { case 1: /* it */ q(); case 2: x(); break; case 3: n(); } y();", ['x', 'y']],
    ['what stands behind the switch, after a break', "switch (a) { case 1: /* it */ q(); break; case 2: n(); } y();", ['y']],
    ['nothing, where a case returns', "switch (a) { case 1: /* it */ q(); return; case 2: n(); } y();", []],
    ['the finally, after a return', 'try { /* it */ q(); return; } finally { x(); } n();', ['x']],
    ['the finally and what follows', 'try { /* it */ q(); } catch (e) { n(); } finally { x(); } y();', ['x', 'y']],
    ['the catch, after a throw', 'try { /* it */ q(); throw a; } catch (e) { x(); } y();', ['x', 'y']],
    ['nothing, where a finally leaves', 'try { /* it */ q(); } finally { x(); return; } n();', ['x']],
    ['what follows a catch', 'try { n(); } catch (e) { /* it */ q(); } y();', ['y']],
    ['the next turn, and what follows the loop', 'for (const x of xs) { n(); /* it */ q(); } y();', ['n+', 'q+', 'y']],
    ['what follows the loop, after a break', 'for (const x of xs) { n(); /* it */ q(); break; } y();', ['y']],
    ['the next turn, after a continue', 'while (a) { n(); /* it */ q(); continue; m(); } y();', ['n+', 'q+', 'm+', 'y']],
    ['what follows the outer loop, after a labelled break', 'all: for (const x of xs) { for (;;) { /* it */ q(); break all; } n(); } y();', ['y']],
    ['the next turn of the outer loop, after a labelled continue', 'all: for (const x of xs) { for (;;) { /* it */ q(); continue all; } n(); } y();', ['q+', 'n+', 'y']],
    ['nothing after an endless loop', 'while (true) { /* it */ q(); } n();', ['q+']],
    ['what follows an endless loop that is broken', 'for (;;) { /* it */ q(); if (a) break; } y();', ['q+', 'y']],
    ['nothing after process.exit', '/* it */ q(); process.exit(1); n();', ['exit']],
    ['the right operand', '(/* it */ q()) && x(); y();', ['x', 'y']],
    ['the other expressions of a sequence', '(/* it */ q()), x();', ['x']],
    ['what stands behind a block with a label', 'all: { if (a) { /* it */ q(); break all; } n(); } y();', ['y']],
    ['what stands behind a label that another statement breaks', '/* it */ q(); all: { x(); break all; n(); } y();', ['x', 'n', 'y']],
    ['what stands behind a label that nothing breaks', '/* it */ q(); all: { x(); } y();', ['x', 'y']],
    ['what stands behind declarations', '/* it */ q(); class A { m() { throw a; } } function g() { throw a; } y();', ['y']],
    ['what is done once and tested after', '/* it */ q(); do { x(); } while (t()); y();', ['x', 't', 'y']],
    ['nothing after an endless loop that tests last', '/* it */ q(); do { x(); } while (true); n();', ['x']],
    ['nothing after a loop whose body leaves', '/* it */ q(); do { return; } while (t()); n();', ['t']],
    ['what follows a loop that goes on and tests last', '/* it */ q(); do { x(); continue; } while (t()); y();', ['x', 't', 'y']],
    ['nothing after a test that ends the process', '/* it */ q(); do { x(); } while (process.exit()); n();', ['x', 'exit']],
    ['nothing after a loop that is set up by the end', '/* it */ q(); for (process.exit(); ;) { x(); } n();', ['exit', 'x']],
    ['nothing after a loop over what ends the process', '/* it */ q(); for (const x of process.exit()) { m(); } n();', ['exit', 'm']],
    ['nothing after a loop whose test ends the process', '/* it */ q(); while (process.exit()) { m(); } n();', ['exit', 'm']],
    ['nothing after a return that ends the process', '/* it */ q(); return process.exit();', ['exit']],
    ['nothing after a test that ends the process', '/* it */ q(); if (process.exit()) x(); n();', ['exit', 'x']],
    ['nothing after a switch over what ends the process', '/* it */ q(); switch (process.exit()) { case 1: x(); } n();', ['exit', 'x']],
    ['nothing after a choice that ends the process either way', '/* it */ q(); a ? process.exit(1) : process.exit(2); n();', ['exit', 'exit']],
    ['what follows a choice that ends the process one way', '/* it */ q(); a ? process.exit(1) : x(); y();', ['exit', 'x', 'y']],
    ['nothing after a call that ends the process', '/* it */ process.exit(1); n();', []],
    ['nothing, where it is thrown', 'throw /* it */ q(); n();', []],
    ['nothing, where the process has ended before it is thrown', 'throw /* it */ process.exit(1); n();', []],
    ['nothing, where the process has ended before it is returned', 'return /* it */ process.exit(1); n();', []],
    ['the catch, where it is thrown', 'try { throw /* it */ q(); } catch (e) { x(); } y();', ['x', 'y']],
    ['nothing of the case, from its test, but the next', 'switch (a) { case /* it */ q(): x(); break; default: y(); } z();', ['z']],
    ['all cases, from what is asked', 'switch (/* it */ q()) { case 1: x(); break; default: y(); } z();', ['x', 'y', 'z']],
    ['one branch and what follows, where there is no other', 'if (/* it */ q()) x(); y();', ['x', 'y']],
    ['no right operand, from the right one', 'a && /* it */ q(); y();', ['y']],
    ['the body and what follows, from the test of a loop', 'while (/* it */ q()) { x(); } y();', ['x', 'y']],
    ['nothing of another function', 'const g = () => { /* it */ q(); }; n();', []],
  ] as const)('%s', (_title, body, expected) => {
    expect(after(body)).toEqual(expected);
  });

  it.each([
    ['is declared never', 'function stop(): never { throw new Error(); }'],
    ['throws on all its paths', 'function stop() { if (g) { throw 1; } else { throw 2; } }'],
    ['ends the process', 'function stop() { process.exit(1); }'],
    ['throws what ends the process', 'function stop() { throw process.exit(1); }'],
    ['calls one that does', 'function stop() { halt(); } function halt() { throw 1; }'],
  ])('nothing after a function that %s', (_title, outside) => {
    expect(after('/* it */ q(); stop(); n();', outside)).not.toContain('n');
  });

  it.each([
    ['throws on one path only', 'function stop() { if (g) throw 1; }'],
    ['is async and not waited for', 'async function stop() { throw 1; }'],
    ['does nothing', 'function stop() {}'],
    ['catches what it throws', 'function stop() { try { throw 1; } catch {} }'],
  ])('what follows a function that %s', (_title, outside) => {
    expect(after('/* it */ q(); stop(); n();', outside)).toContain('n');
  });
});

describe('a call that never returns', () => {
  it.each([
    ['stop()', 'function stop(): never { throw 1; }', true],
    ['stop()', 'declare function stop(): void;', false],
    ['new Base().load()', "class Base { load() { throw new Error('not here'); } }", false],
  ])('%s with %s: %s', (call, outside, expected) => {
    const asked = ask(`/* it */ ${call};\n${outside}`);
    const node = asked.at('it');
    expect(isCall(node) && neverReturns(asked.analysis, node)).toBe(expected);
  });
});

describe('two nodes', () => {
  it.each([
    ['in a row', '/* it */ q(); /* that */ r();', true],
    ['the other way round', '/* that */ r(); /* it */ q();', false],
    ['in two branches', 'if (a) { /* it */ q(); } else { /* that */ r(); }', false],
    ['under opposite tests', 'if (a) { /* it */ q(); } if (!a) { /* that */ r(); }', false],
    ['under two tests', 'if (a) { /* it */ q(); } if (b) { /* that */ r(); }', true],
    ['under two values of one thing', "if (a === 1) { /* it */ q(); } if (a === 2) { /* that */ r(); }", false],
    ['behind a test that left', 'if (!a) return; /* it */ q(); if (!a) { /* that */ r(); }', false],
  ])('%s', (_title, body, expected) => {
    const asked = ask(`export function f(a, b) { ${body} }`);
    expect(onOnePath(asked.analysis, asked.at('it'), asked.at('that'))).toBe(expected);
  });
});

describe('the end of a function without a call', () => {
  it.each([
    ['a path around it', 'if (a) q(); return 1;', true],
    ['a call on every path', 'if (a) return q(); q();', false],
    ['a call in one operand', 'a && q();', true],
    ['a throw on the other path', 'if (a) throw a; q();', false],
    ['a call in a catch only', 'try { r(); } catch { q(); }', true],
    ['a call in a finally', 'try { r(); } finally { q(); }', false],
    ['a call in a loop that may not run', 'for (const x of a) q();', true],
    ['a call in every case', 'switch (a) { case 1: q(); break; default: q(); }', false],
    ['a call in the cases, without a default', 'switch (a) { case 1: q(); break; }', true],
  ])('%s', (_title, body, expected) => {
    const asked = ask(`export function f(a) { /* it */ a; ${body} }`);
    const fn = enclosingFunction(asked.at('it'));
    expect(fn && canEndWithout(asked.analysis, fn, (call) => lastName(calleeOf(call)) === 'q')).toBe(expected);
  });
});
