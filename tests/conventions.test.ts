/** The conventions in docs/patterns.md, each as a service would write it: what they ask for is what `recommended` lets pass. */
import { describe, expect, it } from 'vitest';
import { judge, type LintOptions } from '#kit';
import { rulesOf } from '../src/plugin/presets.js';

type Files = Readonly<Record<string, string>>;

/** The rules of `recommended` with their options, as `judge` takes them. */
function recommended(): NonNullable<LintOptions['rules']> {
  return Object.fromEntries(
    Object.entries(rulesOf('recommended')).map(([name, entry]) => [name.replace('backend-patterns/', ''), Array.isArray(entry) ? (entry as unknown[])[1] : {}]),
  );
}

function holds(files: Files): void {
  const { found, expected } = judge({ 'package.json': PACKAGE, ...files }, { rules: recommended() });
  expect(found).toEqual(expected);
}

const PACKAGE = JSON.stringify({ name: 'shop', dependencies: { express: '^4.19.0', '@prisma/client': '^6.0.0', ioredis: '^5.0.0', jsonwebtoken: '^9.0.0', pino: '^9.0.0' } });
const DB = `
  import { PrismaClient } from '@prisma/client';
  export const db = new PrismaClient();
`;

/** Each by what it shows. */
const GOOD: Readonly<Record<string, Files>> = {
  'a list with a page, a capped size and a total, in a bare function': {
    'src/db.ts': DB,
    'src/customers.ts': `
      import { db } from './db';

      export interface Page { page?: number; limit?: number }

      export async function listCustomers(wanted: Page) {
        const page = wanted.page ?? 1;
        const limit = Math.min(wanted.limit ?? 25, 100);
        const [customers, total] = await Promise.all([
          db.customer.findMany({ skip: (page - 1) * limit, take: limit }),
          db.customer.count(),
        ]);
        return { data: customers, meta: { page, limit, total, pages: Math.ceil(total / limit), more: page * limit < total } };
      }
    `,
  },
  'a repository over the client of the library': {
    'src/customerRepository.ts': `
      import type { PrismaClient } from '@prisma/client';

      export class CustomerRepository {
        constructor(private readonly prisma: PrismaClient) {}

        byId(id: string) {
          return this.prisma.customer.findUnique({ where: { id } });
        }

        byEmail(email: string) {
          return this.prisma.customer.findUnique({ where: { email } });
        }

        create(data: { email: string; password: string; state: string }) {
          return this.prisma.customer.create({ data });
        }

        update(id: string, data: { state?: string }) {
          return this.prisma.customer.update({ where: { id }, data });
        }
      }
    `,
  },
  'a service that hashes before it creates, and tells others afterwards': {
    'src/passwords.ts': `
      import bcrypt from 'bcrypt';
      export const hashPassword = (plain: string) => bcrypt.hash(plain, 12);
    `,
    'src/customerRepository.ts': `
      import type { PrismaClient } from '@prisma/client';
      export class CustomerRepository {
        constructor(private readonly prisma: PrismaClient) {}
        byEmail(email: string) { return this.prisma.customer.findUnique({ where: { email } }); }
        create(data: object) { return this.prisma.customer.create({ data }); }
      }
    `,
    'src/customerService.ts': `
      import type { EventEmitter } from 'node:events';
      import type { CustomerRepository } from './customerRepository';
      import { hashPassword } from './passwords';

      class EmailTaken extends Error {}

      export class CustomerService {
        constructor(private readonly customers: CustomerRepository, private readonly mail: { welcome(to: string): Promise<void> }, private readonly events: EventEmitter) {}

        async register(input: { email: string; name: string; password: string }) {
          if (await this.customers.byEmail(input.email)) throw new EmailTaken('That address is in use.');
          const password = await hashPassword(input.password);
          const customer = await this.customers.create({ ...input, password, state: 'unconfirmed' });
          await this.mail.welcome(input.email);
          this.events.emit('customer.registered', { id: customer.id });
          return customer;
        }
      }
    `,
  },
  'who asks, then whether they may, then the handler': {
    'src/tokens.ts': `
      import jwt from 'jsonwebtoken';
      export const readToken = async (token: string) => jwt.verify(token, process.env.ACCESS_SECRET!) as { id: string; role: string };
    `,
    'src/guards.ts': `
      import type { NextFunction, Request, Response } from 'express';
      import { readToken } from './tokens';

      export async function authenticate(req: Request, res: Response, next: NextFunction) {
        const token = req.headers.authorization?.replace('Bearer ', '');
        if (!token) {
          return res.status(401).json({ error: { code: 'NO_TOKEN', message: 'A token is needed.' } });
        }
        try {
          req.user = await readToken(token);
          next();
        } catch (error) {
          return res.status(401).json({ error: { code: 'BAD_TOKEN', message: 'The token is not valid.' } });
        }
      }

      export function allow(...roles: string[]) {
        return (req: Request, res: Response, next: NextFunction) => {
          if (!req.user) {
            return res.status(401).json({ error: { code: 'NO_USER', message: 'Sign in first.' } });
          }
          if (!roles.includes(req.user.role)) {
            return res.status(403).json({ error: { code: 'FORBIDDEN', message: 'Not for this role.' } });
          }
          next();
        };
      }
    `,
    'src/app.ts': `
      import express from 'express';
      import { allow, authenticate } from './guards';
      import { listStaff } from './staff';

      export const app = express();
      app.get('/admin/staff', authenticate, allow('admin'), listStaff);
    `,
    'src/staff.ts': `
      import type { Request, Response } from 'express';
      export function listStaff(req: Request, res: Response) {
        res.json({ data: ['ada', 'grace'] });
      }
    `,
  },
  'eager loading, and one batch for all': {
    'src/db.ts': DB,
    'src/orders.ts': `
      import { db } from './db';

      export async function ordersWithLines() {
        return db.order.findMany({ include: { lines: true } });
      }

      export async function ordersAndLines() {
        const orders = await db.order.findMany();
        const lines = await db.line.findMany({ where: { orderId: { in: orders.map((order) => order.id) } } });
        const byOrder = new Map<string, unknown[]>();
        for (const line of lines) byOrder.set(line.orderId, [...(byOrder.get(line.orderId) ?? []), line]);
        return orders.map((order) => ({ ...order, lines: byOrder.get(order.id) ?? [] }));
      }
    `,
  },
  'a transaction on its own client, with atomic numbers': {
    'src/db.ts': DB,
    'src/transfer.ts': `
      import { db } from './db';

      class NotEnough extends Error {}

      export async function transfer(from: string, to: string, amount: number) {
        await db.$transaction(async (tx) => {
          const paid = await tx.account.updateMany({ where: { id: from, balance: { gte: amount } }, data: { balance: { decrement: amount } } });
          if (paid.count === 0) throw new NotEnough();
          await tx.account.update({ where: { id: to }, data: { balance: { increment: amount } } });
          await tx.movement.create({ data: { from, to, amount } });
        });
      }
    `,
  },
  'a cache with an expiry, emptied on change': {
    'src/cachedCustomers.ts': `
      import type Redis from 'ioredis';
      import type { CustomerRepository } from './customerRepository';

      export class CachedCustomers {
        constructor(private readonly customers: CustomerRepository, private readonly cache: Redis) {}

        async byId(id: string) {
          const key = \`customer:\${id}\`;
          const kept = await this.cache.get(key);
          if (kept) return JSON.parse(kept);
          const customer = await this.customers.byId(id);
          if (customer) await this.cache.setex(key, 300, JSON.stringify(customer));
          return customer;
        }

        async update(id: string, data: { state?: string }) {
          const customer = await this.customers.update(id, data);
          await this.cache.del(\`customer:\${id}\`);
          return customer;
        }
      }
    `,
    'src/customerRepository.ts': `
      import type { PrismaClient } from '@prisma/client';
      export class CustomerRepository {
        constructor(private readonly prisma: PrismaClient) {}
        byId(id: string) { return this.prisma.customer.findUnique({ where: { id }, select: { id: true, name: true } }); }
        update(id: string, data: { state?: string }) { return this.prisma.customer.update({ where: { id }, data, select: { id: true, name: true } }); }
      }
    `,
  },
  'error classes, and the one place that answers with them': {
    'src/logger.ts': `
      import pino from 'pino';
      export const logger = pino({ level: process.env.LOG_LEVEL ?? 'info', base: { service: 'shop' } });
    `,
    'src/errors.ts': `
      export abstract class AppError extends Error {
        abstract readonly status: number;
        abstract readonly code: string;
        toJSON() {
          return { error: { code: this.code, message: this.message } };
        }
      }
      export class NotFound extends AppError {
        readonly status = 404;
        readonly code = 'NOT_FOUND';
        constructor(what: string, id: string) {
          super(\`There is no \${what} \${id}.\`);
        }
      }
    `,
    'src/app.ts': `
      import express, { type NextFunction, type Request, type Response } from 'express';
      import { AppError, NotFound } from './errors';
      import { logger } from './logger';

      const app = express();
      app.get('/orders/:id', (req, res, next) => {
        next(new NotFound('order', req.params.id));
      });
      app.use(answerError);

      function answerError(error: Error, req: Request, res: Response, next: NextFunction) {
        logger.error({ error: error.message, stack: error.stack, path: req.path, method: req.method });
        if (error instanceof AppError) {
          return res.status(error.status).json(error.toJSON());
        }
        return res.status(500).json({
          error: { code: 'INTERNAL', message: process.env.NODE_ENV === 'production' ? 'Something went wrong.' : error.message },
        });
      }
    `,
  },
  'a retry whose pause doubles up to a bound': {
    'src/retry.ts': `
      const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

      export async function retrying<T>(attempt: () => Promise<T>, { tries = 3, first = 500, longest = 20_000 } = {}): Promise<T> {
        let last: Error | undefined;
        for (let turn = 0; turn < tries; turn++) {
          try {
            return await attempt();
          } catch (error) {
            last = error as Error;
            if (turn < tries - 1) {
              await pause(Math.min(first * Math.pow(2, turn), longest));
            }
          }
        }
        throw last!;
      }
    `,
  },
  'access and refresh tokens with secrets and lives of their own': {
    'src/tokens.ts': `
      import jwt from 'jsonwebtoken';
      import { findCustomer, isRevoked } from './store';

      class NotSignedIn extends Error {}

      export function issue(customer: { id: string; role: string }) {
        const access = jwt.sign({ id: customer.id, role: customer.role }, process.env.ACCESS_SECRET!, { expiresIn: '15m' });
        const refresh = jwt.sign({ id: customer.id, type: 'refresh' }, process.env.REFRESH_SECRET!, { expiresIn: '7d' });
        return { access, refresh };
      }

      export async function renew(refresh: string) {
        const claims = jwt.verify(refresh, process.env.REFRESH_SECRET!) as { id: string };
        if (await isRevoked(refresh)) throw new NotSignedIn('The token was withdrawn.');
        const customer = await findCustomer(claims.id);
        if (!customer) throw new NotSignedIn('There is no such customer.');
        return jwt.sign({ id: customer.id, role: customer.role }, process.env.ACCESS_SECRET!, { expiresIn: '15m' });
      }
    `,
    'src/store.ts': `
      import { PrismaClient } from '@prisma/client';
      const db = new PrismaClient();
      export const findCustomer = (id: string) => db.customer.findUnique({ where: { id } });
      export const isRevoked = async (token: string) => (await db.withdrawn.count({ where: { token } })) > 0;
    `,
  },
  'limits, with a stricter one for the sign-in': {
    'src/app.ts': `
      import express from 'express';
      import { rateLimit } from 'express-rate-limit';
      import RedisStore from 'rate-limit-redis';
      import { redis } from './redis';
      import { signIn } from './signIn';

      const all = rateLimit({ store: new RedisStore({ client: redis }), windowMs: 60_000, max: 100, standardHeaders: true });
      const few = rateLimit({
        store: new RedisStore({ client: redis }),
        windowMs: 15 * 60_000,
        max: 5,
        keyGenerator: (req) => req.body.email || req.ip,
        handler: (req, res) => {
          res.status(429).json({ error: { code: 'TOO_MANY', message: 'Too many attempts. Wait a while.' } });
        },
      });

      export const app = express();
      app.use('/api', all);
      app.use('/api/sign-in', few);
      app.post('/api/sign-in', signIn);
    `,
    'src/redis.ts': `
      import Redis from 'ioredis';
      export const redis = new Redis(process.env.REDIS_URL!);
    `,
    'src/signIn.ts': `
      import type { Request, Response } from 'express';
      export function signIn(req: Request, res: Response) {
        res.status(501).json({ error: { code: 'NOT_YET', message: 'Come back later.' } });
      }
    `,
  },
  'log lines with fields, in a middleware and in a service': {
    'src/logger.ts': `
      import pino from 'pino';
      export const logger = pino({ formatters: { level: (label) => ({ level: label }) } });
    `,
    'src/requestLog.ts': `
      import type { NextFunction, Request, Response } from 'express';
      import { logger } from './logger';

      export function requestLog(req: Request, res: Response, next: NextFunction) {
        const since = Date.now();
        res.on('finish', () => {
          logger.info({ type: 'request', method: req.method, path: req.path, status: res.statusCode, took: Date.now() - since, user: req.user?.id });
        });
        next();
      }
    `,
    'src/orderService.ts': `
      import { logger } from './logger';

      export class OrderService {
        constructor(private readonly orders: { create(data: object): Promise<{ id: string }> }) {}

        async place(customer: string, lines: unknown[]) {
          logger.info({ customer, lines: lines.length }, 'placing an order');
          try {
            const order = await this.orders.create({ customer, lines });
            logger.info({ order: order.id, customer }, 'order placed');
            return order;
          } catch (error) {
            logger.error({ customer, error: error.message }, 'order not placed');
            throw error;
          }
        }
      }
    `,
  },
};

describe('what the conventions ask for', () => {
  it.each(Object.entries(GOOD))('%s is left alone', (_name, files) => {
    holds(files);
  });
});

describe('what the conventions warn of', () => {
  it('reports permissions that are declared one way and checked the other', () => {
    holds({
      'src/roles.ts': `
        export const granted = {
          owner: ['parcels:read', 'parcels:write', 'parcels:delete', 'routes:*'],
          planner: ['parcels:read', 'routes:read', 'routes:write'],
          courier: ['routes:read:own', 'routes:write:own'],
        } as const;
        export type Role = keyof typeof granted;
      `,
      'src/access.ts': `
        import { granted, type Role } from './roles';

        export function isAllowed(role: Role, action: string, resource: string, owner?: string, asking?: string): boolean {
          const own: readonly string[] = granted[role];
          if (own.includes(\`\${action}:\${resource}\`)) return true; // expect: consistent-permission-format/otherOrder
          if (own.includes(\`\${action}:*\`)) return true; // expect: consistent-permission-format/otherOrder
          if (own.includes(\`\${action}:\${resource}:own\`)) return owner === asking; // expect: consistent-permission-format/otherOrder
          return false;
        }

        export function isAllowedAsDeclared(role: Role, action: string, resource: string): boolean {
          const own: readonly string[] = granted[role];
          return own.includes(\`\${resource}:\${action}\`) || own.includes(\`\${resource}:*\`);
        }
      `,
    });
  });

  it('reports a balance that is looked at before it is taken from', () => {
    holds({
      'src/db.ts': DB,
      'src/transfer.ts': `
        import { db } from './db';

        export async function transfer(from: string, to: string, amount: number) {
          await db.$transaction(async (tx) => {
            const account = await tx.account.findUniqueOrThrow({ where: { id: from } });
            if (account.balance < amount) throw new Error('not enough');
            await tx.account.update({ where: { id: from }, data: { balance: { decrement: amount } } }); // expect: prefer-atomic-update/checkThenWrite
            await tx.account.update({ where: { id: to }, data: { balance: { increment: amount } } });
          });
        }
      `,
    });
  });

  it('reports a query for every order', () => {
    holds({
      'src/db.ts': DB,
      'src/orders.ts': `
        import { db } from './db';
        export async function ordersAndLines() {
          const orders = await db.order.findMany();
          for (const order of orders) {
            order.lines = await db.line.findMany({ where: { orderId: order.id } }); // expect: no-n-plus-one/queryInLoop
          }
          return orders;
        }
      `,
    });
  });
});
