import { type Library, all, defineLibrary } from '../vocabulary.js';

/** Request and response of the Fetch API, on which newer frameworks rest. */
export const webTypes: Library['types'] = {
  WebRequest: {
    members: {
      ...all(['json', 'text', 'arrayBuffer', 'blob', 'bytes', 'body'], { request: 'body' }),
      formData: { request: 'body' },
      url: { request: 'query' },
      headers: { request: 'headers' },
      clone: { returns: 'WebRequest' },
    },
  },
  WebRequestClass: { construct: { returns: 'WebRequest' } },
  WebResponse: {},
  WebResponseClass: {
    construct: { returns: 'WebResponse', respond: { body: [[0]], status: [1, 'status'], how: 'text' } },
    members: {
      json: { returns: 'WebResponse', respond: { body: [[0]], status: [1, 'status'], how: 'json' } },
      redirect: { returns: 'WebResponse', respond: { body: [[0]], status: [1], how: 'redirect' } },
      error: { returns: 'WebResponse' },
    },
  },
};

export const web = defineLibrary({
  name: 'Fetch API',
  kind: 'framework',
  packages: [],
  exports: {},
  globals: {
    Request: { type: 'WebRequestClass' },
    Response: { type: 'WebResponseClass' },
    URL: { passes: [[0]], throws: 'input' },
    URLSearchParams: { passes: [[0]] },
    TextEncoder: { constructs: 'TextEncoder' },
  },
  types: { ...webTypes, TextEncoder: { members: { encode: { passes: [[0]] } } } },
});
