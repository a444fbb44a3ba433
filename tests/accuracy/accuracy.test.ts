/**
 * Small projects, one for each way in which real code surprised a rule. A comment `// expect: rule/messageId` marks a line that is to be
 * reported; a project without one shows something that is right. `// why: …`, somewhere in it, says what it is about.
 */
import { describe, expect, it } from 'vitest';
import { judge } from '#kit';
import { projectsIn } from './folders.js';

const projects = projectsIn('projects').map(({ name, files }) => {
  const why = Object.values(files).flatMap((text) => /\/\/ why: (.+)/.exec(text)?.[1] ?? []);
  return { name, files, why, isQuiet: !Object.values(files).some((text) => text.includes('// expect: ')) };
});

describe('small projects', () => {
  it.each(projects.map((project) => [`${project.name}: ${project.why.join(' ')}`, project] as const))('%s', (_title, { files }) => {
    const { found, expected } = judge(files);
    expect(found).toEqual(expected);
  });
});

describe('the suite', () => {
  it('says of each project what it is about', () => {
    expect(projects.filter(({ why }) => why.length !== 1).map(({ name }) => name)).toEqual([]);
  });

  it('has a project for each of many ways', () => {
    expect(projects.length).toBeGreaterThanOrEqual(80);
  });

  it('is quiet in at least half of its projects', () => {
    expect(projects.filter(({ isQuiet }) => isQuiet).length).toBeGreaterThanOrEqual(projects.length / 2);
  });
});
