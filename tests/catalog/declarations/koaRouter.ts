import { koaRouter } from '../../../src/catalog/frameworks/koa.js';
import type { Declarations } from '../declared.js';
import koa from './koa.js';

export default {
  library: koaRouter,
  modules: ['@koa/router'],
  types: koa.types,
  onlyIn: koa.onlyIn,
} satisfies Declarations;
