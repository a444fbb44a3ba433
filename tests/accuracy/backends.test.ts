/**
 * Whole backends, small and full of mistakes beside code that only looks like them. Of each, what all rules find is exactly what the marks say:
 * `// expect: rule/messageId` for what is right, and `// false: rule/messageId` for a known false alarm. `// missed: rule` marks a fault that the
 * rule does not find yet; when it does, the mark becomes an expectation. The description in its package.json says what a backend is made of.
 */
import { describe, expect, it } from 'vitest';
import { judge, marksIn } from '#kit';
import { rules } from '../../src/plugin/rules.js';
import { projectsIn } from './folders.js';

const backends = projectsIn('backends').map(({ name, files }) => {
  const { description } = JSON.parse(files['package.json'] ?? '{}') as { readonly description?: string };
  return { name, files, description: description ?? '', missed: marksIn(files, 'missed'), falsely: marksIn(files, 'false') };
});

describe('backends', () => {
  it.each(backends.map((backend) => [`${backend.name}: ${backend.description}`, backend] as const))('%s', (_title, { files, missed, falsely }) => {
    const { found, expected } = judge(files);
    const ofRules = new Set(found.map((finding) => finding.replace(/\/\w+$/, '')));
    expect({ found, learned: missed.filter((mark) => ofRules.has(mark)) }).toEqual({ found: [...expected, ...falsely].toSorted(), learned: [] });
  });
});

describe('backends, their files looked at the other way round', () => {
  it.each(backends.map(({ name, files }) => [name, files] as const))('%s', (_title, files) => {
    const only = Object.keys(files).filter((file) => /\.[cm]?[jt]sx?$/.test(file)).toReversed();
    expect(judge(files, { only }).found).toEqual(judge(files).found);
  });
});

describe('the suite', () => {
  it('says of each backend what it is made of', () => {
    expect(backends.filter(({ description }) => description === '').map(({ name }) => name)).toEqual([]);
  });

  it('is about backends of many frameworks and databases', () => {
    expect(backends.length).toBeGreaterThanOrEqual(35);
  });

  it('finds something in each of them', () => {
    expect(backends.filter(({ files }) => marksIn(files, 'expect').length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('misses only what a rule could find', () => {
    expect(backends.flatMap(({ missed }) => missed.map((mark) => mark.split(' ')[1] ?? '')).filter((rule) => !(rule in rules))).toEqual([]);
  });

  it('has no comments but its marks, each on a line of code', () => {
    const lines = backends.flatMap(({ name, files }) => Object.entries(files).flatMap(([file, text]) => text.split('\n').map((line) => `${name}/${file}: ${line.trim()}`)));
    expect(lines.filter((line) => /: \/\/|\/\/ (?!(?:expect|false): [\w-]+\/\w|missed: [\w-]+)/.test(line))).toEqual([]);
  });

  it('reports far more that is right than false alarms', () => {
    const right = backends.flatMap(({ files }) => marksIn(files, 'expect')).length;
    expect(backends.flatMap(({ falsely }) => falsely).length).toBeLessThan(right / 20);
  });
});
