import { axios } from '../../../src/catalog/http/clients.js';
import type { Declarations } from '../declared.js';

export default {
  library: axios,
  modules: ['axios'],
  types: { Axios: "import('axios').AxiosStatic" },
  unnamed: { HttpService: 'of @nestjs/axios' },
  onlyIn: { HttpService: '@nestjs/axios' },
} satisfies Declarations;
