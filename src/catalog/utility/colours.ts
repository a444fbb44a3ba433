import { defineLibrary } from '../vocabulary.js';

/** Texts for a terminal: `chalk.bold.red('x')`, `colors.green('x')`. */
export const colours = defineLibrary({
  name: 'chalk',
  kind: 'utility',
  packages: ['chalk', 'colors', 'colors/safe', 'colors/safe.js', 'picocolors', 'kleur', 'ansi-colors', 'ansis', 'cli-color', 'yoctocolors'],
  exports: { default: { type: 'Style' }, red: { type: 'Style' }, green: { type: 'Style' }, yellow: { type: 'Style' }, blue: { type: 'Style' }, cyan: { type: 'Style' }, bold: { type: 'Style' }, dim: { type: 'Style' } },
  types: { Style: { call: { passes: [[0]], colours: true }, any: { type: 'Style' } } },
});
