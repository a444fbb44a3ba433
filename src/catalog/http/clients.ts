import { all, defineLibrary } from '../vocabulary.js';

const request = { effect: 'request' } as const;
const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head'] as const;

/** What every runtime has, and what stood in for it before. */
export const fetch = defineLibrary({
  name: 'fetch',
  kind: 'http',
  packages: ['node-fetch', 'cross-fetch'],
  exports: { default: request },
  globals: { fetch: request },
  types: {},
});

export const undici = defineLibrary({
  name: 'undici',
  kind: 'http',
  packages: ['undici'],
  exports: all(['fetch', 'request', 'stream', 'pipeline'], request),
  types: {},
});

export const axios = defineLibrary({
  name: 'axios',
  kind: 'http',
  packages: ['axios', '@nestjs/axios'],
  exports: { default: { type: 'Axios' }, AxiosInstance: { type: 'Axios' }, HttpService: { constructs: 'HttpService' } },
  types: {
    Axios: { call: request, members: { ...all(['request', 'options', 'postForm', 'putForm', 'patchForm', ...verbs], request), create: { returns: 'Axios' } } },
    HttpService: { members: { ...all(['request', ...verbs], request), axiosRef: { type: 'Axios' } } },
  },
});

export const got = defineLibrary({
  name: 'got',
  kind: 'http',
  packages: ['got'],
  exports: all(['default', 'got'], { type: 'Got' }),
  types: { Got: { call: request, members: { ...all(['stream', ...verbs], request), extend: { returns: 'Got' } } } },
});

export const ky = defineLibrary({
  name: 'ky',
  kind: 'http',
  packages: ['ky'],
  exports: { default: { type: 'Ky' }, KyInstance: { type: 'Ky' } },
  types: { Ky: { call: request, members: { ...all(verbs, request), ...all(['create', 'extend'], { returns: 'Ky' }) } } },
});
