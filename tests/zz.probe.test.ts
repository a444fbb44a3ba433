import { it } from 'vitest';
import { lintProject } from '#kit';
import fs from 'node:fs';
it('x', () => {
  const text = fs.readFileSync('/tmp/probe/in.txt', 'utf8');
  for (const part of text.split(/^=== .*$/m)) {
    if (!part.trim()) continue;
    const files: Record<string,string> = {};
    const chunks = part.split(/^--- (.*)$/m);
    if (chunks.length === 1) files['src/file.ts'] = part.trim();
    for (let i = 1; i < chunks.length; i += 2) files[chunks[i]!.trim()] = chunks[i + 1]!.trim() + '\n';
    const rules = process.env.RULE ? { [process.env.RULE]: JSON.parse(process.env.OPT ?? '{}') } : undefined;
    const found = lintProject(files, { ...(rules && { rules }), settings: JSON.parse(process.env.SETTINGS ?? '{}') });
    console.log('#### ' + JSON.stringify(Object.values(files)[0]!.slice(-100)) + '\n' + found.map((f) => `${f.file}:${f.line} ${f.messageId} ${f.message}`).join('\n'));
  }
});
