import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutated, refusals } from '../../scripts/lib/compiler.mjs';
import { draw, estimate, keyOf, mutantOf, mutantsOf, rangeOf, stratumOf, type Mutant } from '../../scripts/lib/mutants.mjs';
import { ROOT } from '../../scripts/lib/run.mjs';

const at = (fileName: string, line: number): Mutant => ({ fileName, mutatorName: 'StringLiteral', replacement: '""', location: { start: { line, column: 2 }, end: { line, column: 9 } } });
const many = (fileName: string, count: number): Mutant[] => Array.from({ length: count }, (_, line) => at(fileName, line));

describe('a sample of mutants', () => {
  const mutants = [...many('rules/a.ts', 40), ...many('src/engine/flow/b.ts', 160), ...many('src/engine/facts/c.ts', 1_800)];
  const sizes = (size: number) => draw(mutants, size, 1).reduce<Record<string, number>>((counts, mutant) => ({ ...counts, [stratumOf(mutant)]: (counts[stratumOf(mutant)] ?? 0) + 1 }), {});

  it('has of each part what it has of all', () => {
    expect(sizes(200)).toEqual({ rules: 5, 'src/engine/flow': 16, 'src/engine/facts': 180 });
  });

  it('has something of a part that is small', () => {
    expect(sizes(80)).toMatchObject({ rules: 2 });
  });

  it('is the same for the same seed, and another for another', () => {
    const keys = (seed: number) => draw(mutants, 20, seed).map(keyOf);
    expect(keys(1)).toEqual(keys(1));
    expect(keys(1)).not.toEqual(keys(2));
  });

  it('draws no mutant twice', () => {
    expect(new Set(draw(mutants, 500, 1).map(keyOf)).size).toBe(draw(mutants, 500, 1).length);
  });
});

describe('the score of a sample', () => {
  it('weighs each part by its mutants, not by how many of them were run', () => {
    const { score } = estimate([{ all: 900, detected: 10, undetected: 0 }, { all: 100, detected: 0, undetected: 10 }]);
    expect(score).toBeCloseTo(0.9);
  });

  it('is less certain the fewer were run', () => {
    const margin = (size: number) => estimate([{ all: 10_000, detected: size * 0.9, undetected: size * 0.1 }]).margin;
    expect(margin(100)).toBeCloseTo(0.06, 2);
    expect(margin(400)).toBeCloseTo(0.03, 2);
  });

  it('is certain where all were run', () => {
    expect(estimate([{ all: 10, detected: 9, undetected: 1 }])).toEqual({ score: 0.9, margin: 0 });
  });

  it('says nothing of a part of which none was run', () => {
    expect(estimate([{ all: 10, detected: 10, undetected: 0 }, { all: 90, detected: 0, undetected: 0 }])).toEqual({ score: 1, margin: 0 });
  });
});

describe('the mutants of a file', () => {
  it('are told from one another', async () => {
    const mutants = await mutantsOf(['src/engine/syntax/walk.ts']);
    expect(mutants.length).toBeGreaterThan(20);
    expect(new Set(mutants.map(keyOf)).size).toBe(mutants.length);
  });

  it('are known again in the results', () => {
    const mutant = at('rules/a.ts', 3);
    const { start, end } = mutant.location;
    const result = { ...mutant, id: '7', fileName: path.join(ROOT, 'rules/a.ts'), replacement: '""', status: 'Killed' as const, location: { start: { line: start.line + 1, column: start.column + 1 }, end: { line: end.line + 1, column: end.column + 1 } } };
    expect(keyOf(mutantOf(result))).toBe(keyOf(mutant));
  });

  it('have a range that counts lines from 1 and columns from 0', () => {
    expect(rangeOf(at('rules/a.ts', 3))).toBe('rules/a.ts:4:2-4:9');
  });
});

describe('a mutant as text', () => {
  const becomes = (text: string, original: string, replacement: string): string => {
    const column = text.indexOf(original);
    return mutated(text, { mutatorName: 'X', replacement, location: { start: { line: 0, column }, end: { line: 0, column: column + original.length } } });
  };

  it('is an expression of its own', () => {
    expect(becomes('f(a && b && c);', 'a && b', 'a || b')).toBe('f((a || b) && c);');
  });

  it('is a block where a block was', () => {
    expect(becomes('function f() { g(); }', '{ g(); }', '{}')).toBe('function f() {}');
  });

  it('is a case where a case was', () => {
    expect(becomes('switch (a) { case 1: return b; }', 'case 1: return b;', 'case 1:')).toBe('switch (a) { case 1: }');
  });
});

describe('the compiler', () => {
  const isRefused = refusals();
  const made = (replacement: string): Mutant => {
    const fileName = 'src/engine/match/slots.ts';
    const original = 'args.length + position';
    const lines = readFileSync(path.join(ROOT, fileName), 'utf8').split('\n');
    const line = lines.findIndex((each) => each.includes(original));
    const column = lines[line]?.indexOf(original) ?? NaN;
    return { fileName, mutatorName: 'X', replacement, location: { start: { line, column }, end: { line, column: column + original.length } } };
  };

  it('refuses what has errors', () => {
    expect(isRefused(made("args.length + 'position'"))).toBe(true);
  });

  it('lets pass what has none, also after something that has', () => {
    expect(isRefused(made('args.length - position'))).toBe(false);
  });
});
