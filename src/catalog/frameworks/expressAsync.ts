import { defineLibrary } from '../vocabulary.js';
import { express } from './express.js';

/** Wrappers that give back the Express handler they are handed, with its rejections caught. */
export const expressAsync = defineLibrary({
  name: 'express-async-handler',
  kind: 'framework',
  partOf: 'Express',
  packages: ['express-async-handler', 'express-async-wrap', 'express-async-wrapper'],
  exports: { default: { passes: [[0]], callbacks: [{ at: 0, params: ['Request', 'Response', 'Next'], runs: 'later' }] } },
  types: express.types,
  handlers: express.handlers,
});
