// why: valibot says the maximum in a pipe
import { Hono } from 'hono';
import { vValidator } from '@hono/valibot-validator';
import * as v from 'valibot';
import { entries } from './entries';

const query = v.object({ limit: v.optional(v.pipe(v.string(), v.transform(Number), v.number(), v.maxValue(100)), '20') });

export const app = new Hono().get('/entries', vValidator('query', query), async (c) => c.json(await entries(c.req.valid('query').limit)));
