import { describe, expect, it } from 'vitest';
import { lintProject } from '#kit';
import { benchProject, OPEN } from '../../scripts/lib/benchProject.mjs';

describe('the project that editing is timed in', () => {
  it('is a file of some 500 lines with 30 neighbours', () => {
    const sources = Object.keys(benchProject()).filter((file) => file.endsWith('.ts'));
    expect(sources).toHaveLength(31);
    const lines = benchProject()[OPEN]?.split('\n').length;
    expect(lines).toBeGreaterThan(500);
    expect(lines).toBeLessThan(550);
  });

  it('has findings in that file which only its neighbours show', () => {
    const rules = { 'no-n-plus-one': {}, 'no-raw-error-response': {} };
    const count = (found: readonly { rule: string }[], rule: string) => found.filter((finding) => finding.rule === rule).length;
    const followed = lintProject(benchProject(), { only: [OPEN], rules });
    expect(count(followed, 'no-n-plus-one')).toBe(5);
    expect(count(followed, 'no-raw-error-response')).toBe(7);
    const alone = lintProject(benchProject(), { only: [OPEN], rules, settings: { followImports: false } });
    expect(count(alone, 'no-n-plus-one')).toBe(0);
    expect(count(alone, 'no-raw-error-response')).toBe(7);
  });
});
