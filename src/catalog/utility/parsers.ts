import { all, defineLibrary, type Member } from '../vocabulary.js';

/** What a parser or compiler says of the text that it was given, whoever wrote that may read. */
const parser: Member = { throws: 'input' };

export const handlebars = defineLibrary({
  name: 'Handlebars',
  kind: 'utility',
  packages: ['handlebars'],
  exports: { default: { type: 'Handlebars' }, ...all(['compile', 'precompile'], { ...parser, returns: 'Template' }), ...all(['parse', 'create'], { ...parser, returns: 'Handlebars' }), ...all(['registerHelper', 'registerPartial'], parser) },
  types: {
    Handlebars: { members: { ...all(['compile', 'precompile'], { ...parser, returns: 'Template' }), create: { ...parser, returns: 'Handlebars' }, ...all(['parse', 'registerHelper', 'registerPartial', 'unregisterHelper', 'unregisterPartial'], parser) } },
    Template: { call: parser },
  },
});

export const yaml = defineLibrary({
  name: 'yaml',
  kind: 'utility',
  packages: ['yaml'],
  exports: all(['parse', 'parseDocument', 'parseAllDocuments', 'stringify'], parser),
  types: {},
});

export const jsYaml = defineLibrary({
  name: 'js-yaml',
  kind: 'utility',
  packages: ['js-yaml'],
  exports: all(['load', 'loadAll', 'dump'], parser),
  types: {},
});

const patching = ['applyPatch', 'applyOperation', 'applyReducer', 'validate', 'validator', 'compare', 'deepClone', 'getValueByPointer'];

export const fastJsonPatch = defineLibrary({
  name: 'fast-json-patch',
  kind: 'utility',
  packages: ['fast-json-patch'],
  exports: { default: { type: 'JsonPatch' }, ...all(patching, parser) },
  types: { JsonPatch: { members: all(patching, parser) } },
});

export const re2js = defineLibrary({
  name: 'RE2JS',
  kind: 'utility',
  packages: ['re2js'],
  exports: { RE2JS: { type: 'RE2JS' } },
  types: { RE2JS: { members: all(['compile', 'matches', 'quote'], parser) } },
});
