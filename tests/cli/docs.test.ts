import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import yaml from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/run.mjs';
import { command, projectOf, SHOP } from './project.js';

const PAGES = ['analyze', 'adopting', 'ci'];
const read = (page: string): string => readFileSync(join(ROOT, `docs/${page}.md`), 'utf8');
const blocks = (text: string, language: string): string[] => [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code);
const OURS = 'npx backend-patterns ';

/** The lines of a page that a shell is meant to run, those in the steps of CI included. */
function linesOf(page: string): string[] {
  const shell = blocks(read(page), 'sh').flatMap((code) => code.split('\n'));
  const steps = blocks(read(page), 'yaml').flatMap((code) => [...code.matchAll(/- (?:run: )?(npx .+)/g)].map(([, line = '']) => line));
  return [...shell, ...steps].filter((line) => line !== '');
}

function repository(): string {
  const folder = projectOf(SHOP);
  const git = (...args: string[]): void => void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, stdio: 'ignore' });
  git('init');
  git('add', '.');
  git('commit', '-m', 'first');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  return folder;
}

describe.each(PAGES)('docs/%s.md', (page) => {
  it('has commands that run, one after the other', async () => {
    const folder = repository();
    const ours = linesOf(page).filter((line) => line.startsWith(OURS));
    expect(ours).not.toEqual([]);
    for (const line of ours) {
      const { code, err } = await command(folder, line.slice(OURS.length).split(' '));
      expect(code, `${line}: ${err}`).not.toBe(2);
      const [, output] = /--output (\S+)/.exec(line) ?? [];
      if (output !== undefined) expect(existsSync(join(folder, output)), line).toBe(true);
    }
  });

  it('runs nothing but this command and ESLint', () => {
    expect(linesOf(page).filter((line) => !line.startsWith(OURS) && !line.startsWith('npx eslint '))).toEqual([]);
  });

  it('has YAML that can be read', () => {
    for (const code of blocks(read(page), 'yaml')) expect(yaml.load(code)).toBeTypeOf('object');
  });
});

it('documents every option, and no other', async () => {
  const { out } = await command('.', ['analyze', '--help']);
  const names = (text: string): Set<string> => new Set([...text.matchAll(/--[a-z][a-z-]+/g)].map(([name]) => name).filter((name) => name !== '--help'));
  const [table = ''] = /^\| Option[\s\S]*?\n\n/m.exec(read('analyze')) ?? [];
  const inTable = new Set(table.split('\n').flatMap((row) => [...names(row.split('|')[1] ?? '')]));
  const inHelp = new Set([...out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].flatMap(([, name = '']) => (name === '--help' ? [] : [name])));
  expect([...inTable].sort()).toEqual([...inHelp].sort());
});
