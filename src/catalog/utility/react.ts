import { defineLibrary } from '../vocabulary.js';

/** On a server, `cache` keeps what a function gave for the same arguments until the request is answered, and no longer: https://react.dev/reference/react/cache */
export const react = defineLibrary({
  name: 'React',
  kind: 'utility',
  packages: ['react'],
  exports: { cache: { passes: [[0]], callbacks: [{ at: 0, runs: 'later' }] } },
  types: {},
});
