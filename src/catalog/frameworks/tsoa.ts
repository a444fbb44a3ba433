import { type Member, type RequestPart, all, defineLibrary } from '../vocabulary.js';

const routes = { Get: 'get', Post: 'post', Put: 'put', Patch: 'patch', Delete: 'delete', Head: 'head', Options: 'options' };
const parameter = (request: RequestPart): Member => ({ decorates: { as: 'parameter', request } });

export const tsoa = defineLibrary({
  name: 'tsoa',
  kind: 'framework',
  describedBodies: true,
  packages: ['tsoa', '@tsoa/runtime'],
  exports: {
    Route: { decorates: { as: 'controller' } },
    Controller: { constructs: 'Controller' },
    ...Object.fromEntries(Object.entries(routes).map(([name, method]) => [name, { decorates: { as: 'route', method, path: [0] } } satisfies Member])),
    ...all(['Body', 'BodyProp', 'FormField'], parameter('body')),
    ...all(['Query', 'Queries'], parameter('query')),
    Path: parameter('params'),
    Header: parameter('headers'),
    ...all(['UploadedFile', 'UploadedFiles'], parameter('files')),
    Request: { decorates: { as: 'parameter', request: 'whole' } },
    RequestProp: parameter('whole'),
    Res: { decorates: { as: 'parameter', type: 'Respond' } },
    TsoaResponse: { type: 'Respond' },
    Middlewares: { harmless: 'a middleware' },
  },
  types: {
    Controller: { members: { ...all(['setStatus', 'setHeader'], { harmless: 'sets a part of the answer' }) } },
    Respond: { call: { respond: { body: [[1]], status: [0], how: 'json' } } },
  },
  handlers: { method: { params: [], returnsBody: true, layer: 'controller' } },
});
