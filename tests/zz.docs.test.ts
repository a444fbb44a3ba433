import fs from 'node:fs';
import { expect, it } from 'vitest';
import { lintProject } from '#kit';
it('docs', () => {
  for (const rule of ['no-db-in-controller']) {
    const text = fs.readFileSync(`docs/rules/${rule}.md`, 'utf8');
    let n = 0;
    for (const m of text.matchAll(/<!-- eslint: (\w+) -->\n```(\w+)\n([\s\S]*?)```/g)) {
      n++;
      const found = lintProject({ [`src/file.${m[2]}`]: m[3]! }, { rules: { [rule]: {} } });
      if ((m[1] === 'incorrect') !== found.length > 0 || found.some(f => f.rule === 'fatal')) console.log(m[1], found, m[3]);
      const all = lintProject({ [`src/file.${m[2]}`]: m[3]! });
      const others = all.filter((f) => f.rule !== rule); if (others.length) console.log('OTHER', others, m[3]);
    }
    console.log(n);
  }
});
