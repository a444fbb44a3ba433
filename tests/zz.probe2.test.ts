import { it } from 'vitest';
import { ask } from '#kit';
import { queriesOf } from '../src/engine/facts/queries.js';
import { Analysis } from '../src/engine/flow/analysis.js';
it('x', () => {
  const code = `import mongoose from 'mongoose';
const User = mongoose.model('User', schema);
export async function f(id) {
  const u = await User.findById(id);
  await u.save();
}
`;
  const a = ask(code);
  const once = Analysis.prototype.once as any;
  const stack: string[] = [];
  const lines: string[] = [];
  (a.analysis as any).once = function (name: string, key: any, w: any, fn: any) {
    const t = key.start !== undefined && key.type ? a.module.text.slice(key.start, key.end).slice(0, 40).replace(/\n/g, ' ') : key.name ?? '';
    stack.push(name + ':' + t);
    let called = false;
    const r = once.call(this, name, key, w, () => { called = true; return fn(); });
    lines.push('  '.repeat(stack.length) + name + ':' + t + ' -> ' + (r?.kind ?? typeof r) + (called ? '' : ' (kept)'));
    stack.pop();
    return r;
  };
  queriesOf(a.analysis, a.module);
  console.log(lines.join('\n'));
});
