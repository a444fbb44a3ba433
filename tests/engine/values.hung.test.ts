/** What the app puts on a framework's values, in this file or another of its package. */
import { describe } from 'vitest';
import { valuesAre } from './engine.kit.js';

const client = "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\n";
const plugin = { 'src/plugin.js': "const fp = require('fastify-plugin');\nconst { PrismaClient } = require('@prisma/client');\nmodule.exports = fp(async (fastify) => { fastify.decorate('store', new PrismaClient()); });" };

describe('what the app puts on a server, a request or a context', () => {
  valuesAre([
    ['a decorated server, in another file', { 'src/routes.js': "module.exports = async (fastify) => { fastify.get('/', async () => { /* it */ fastify.store; }); };", ...plugin }, 'Prisma.PrismaClient'],
    ['a decorated server, of another package', { 'apps/api/src/routes.js': "module.exports = async (fastify) => { fastify.get('/', async () => { /* it */ fastify.store; }); };", 'apps/api/package.json': '{}', 'apps/shop/package.json': '{}', 'apps/shop/src/plugin.js': plugin['src/plugin.js'] }, 'unknown'],
    ['a server that is taken apart', { 'src/routes.js': 'module.exports = async (fastify) => { const { store } = fastify;\n/* it */ store; fastify.get("/", list); };', ...plugin }, 'Prisma.PrismaClient'],
    ['a server that is declared to have it', { 'src/routes.ts': "import type { FastifyInstance } from 'fastify';\nexport const routes = async (app: FastifyInstance) => { /* it */ app.store; };", 'src/plugin.ts': "import type { Kysely } from 'kysely';\nimport { connect } from 'in-house';\nimport fp from 'fastify-plugin';\ndeclare module 'fastify' { interface FastifyInstance { store: Kysely<unknown> } }\nexport default fp(async (app) => { app.decorate('store', connect()); });" }, 'Kysely.Kysely'],
    ['the server as `this` of a handler', { 'src/routes.js': "module.exports = async (fastify) => { fastify.get('/', async function () { /* it */ this.store; }); };", ...plugin }, 'Prisma.PrismaClient'],
    ['a decorated request', `import Fastify from 'fastify';\n${client}const app = Fastify();\napp.decorateRequest('store', db);\napp.get('/', async (request) => { /* it */ request.store; });`, 'Prisma.PrismaClient'],
    ['a decorated request, read off the server', `import Fastify from 'fastify';\n${client}const app = Fastify();\napp.decorateRequest('store', db);\n/* it */ app.store;`, 'unknown'],
    ['a variable of a context', { 'src/app.ts': "import { Hono } from 'hono';\nimport { withStore } from './store';\nconst app = new Hono();\napp.use(withStore);\napp.get('/', async (c) => { /* it */ c.get('store'); });", 'src/store.ts': `import { createMiddleware } from 'hono/factory';\n${client}export const withStore = createMiddleware(async (c, next) => { c.set('store', db); await next(); });` }, 'Prisma.PrismaClient'],
    ['a variable of a context, as a property', { 'src/app.ts': "import { Hono } from 'hono';\nconst app = new Hono();\napp.get('/', async (c) => { const { store } = c.var;\n/* it */ store; });", 'src/store.ts': `import { createMiddleware } from 'hono/factory';\n${client}export const withStore = createMiddleware(async (c, next) => { c.set('store', db); await next(); });` }, 'Prisma.PrismaClient'],
    ['a variable of a context by another name', `import { Hono } from 'hono';\n${client}const app = new Hono();\napp.use(async (c, next) => { c.set('store', db); await next(); });\napp.get('/', async (c) => { /* it */ c.get('shop'); });`, 'unknown'],
    ['a setting of an app, by the request', `import express from 'express';\n${client}const app = express();\napp.set('store', db);\napp.get('/', (req, res) => { /* it */ req.app.get('store'); });`, 'Prisma.PrismaClient'],
    ['the locals of an app, in another file', { 'src/routes.js': "const router = require('express').Router();\nrouter.get('/', (req, res) => { /* it */ req.app.locals.store; });", 'src/app.js': `const express = require('express');\nconst { PrismaClient } = require('@prisma/client');\nconst app = express();\napp.locals.store = new PrismaClient();` }, 'Prisma.PrismaClient'],
    ['a decorated context', { 'src/app.ts': "import { Elysia } from 'elysia';\nimport { withStore } from './store';\nnew Elysia().use(withStore).get('/', ({ store }) => { /* it */ store; });", 'src/store.ts': `import { Elysia } from 'elysia';\n${client}export const withStore = new Elysia().decorate('store', db);` }, 'Prisma.PrismaClient'],
    ['a binding that the type of the app names', { 'src/notes.ts': "import type { Context } from 'hono';\nexport const list = async (c: Context) => { /* it */ c.env.NOTES; };", 'src/app.ts': "import { Hono } from 'hono';\nimport type { AppEnv } from './env';\nexport const app = new Hono<AppEnv>();", 'src/env.ts': 'export interface AppEnv { Bindings: { NOTES: D1Database } }' }, 'Cloudflare D1.Database'],
    ['a binding of another name', { 'src/notes.ts': "import type { Context } from 'hono';\nexport const list = async (c: Context) => { /* it */ c.env.NOTICES; };", 'src/app.ts': "import { Hono } from 'hono';\nexport const app = new Hono<{ Bindings: { NOTES: D1Database } }>();" }, 'foreign'],
    ['several things in an object', `import { Elysia } from 'elysia';\n${client}new Elysia().decorate({ store: db }).get('/', ({ store }) => { /* it */ store; });`, 'Prisma.PrismaClient'],
  ]);
});
