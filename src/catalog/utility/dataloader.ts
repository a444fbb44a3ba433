import { all, defineLibrary } from '../vocabulary.js';

export const dataloader = defineLibrary({
  name: 'DataLoader',
  kind: 'utility',
  packages: ['dataloader'],
  exports: { default: { constructs: 'DataLoader', callbacks: [{ at: 0, runs: 'later' }] } },
  types: {
    DataLoader: { members: { ...all(['load', 'loadMany'], { harmless: 'loads by batch' }), ...all(['prime', 'clear', 'clearAll'], { returns: 'this', harmless: 'keeps in memory' }) } },
  },
});
