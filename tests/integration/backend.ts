/** A small backend, in JavaScript or with types, whose defects show only to who follows its imports. */

export type Language = 'javascript' | 'typescript';

export function backend(language: Language): Record<string, string> {
  const typed = (type: string): string => (language === 'typescript' ? `: ${type}` : '');
  const types = (names: string): string => (language === 'typescript' ? `import type { ${names} } from 'express';\n` : '\n');
  const extension = extensionOf(language);
  const files = {
    db: `import { PrismaClient } from '@prisma/client';
export const prisma = new PrismaClient();
`,
    orders: `import { prisma } from './db.js';
export function pageOf(limit${typed('number')}) {
  return prisma.order.findMany({ take: limit });
}
export function itemsOf(orderId${typed('string')}) {
  return prisma.orderItem.findMany({ where: { orderId } });
}
`,
    reply: `${types('Response')}export function fail(res${typed('Response')}, error${typed('unknown')}) {
  res.status(500).json({ message: error.message });
}
`,
    tokens: `import jwt from 'jsonwebtoken';
export function accessToken(id${typed('string')}) {
  return jwt.sign({ id }, process.env.ACCESS_SECRET, { expiresIn: '30d' });
}
export function refreshToken(id${typed('string')}) {
  return jwt.sign({ id }, process.env.REFRESH_SECRET, { expiresIn: '60d' });
}
`,
    app: `import express from 'express';
${types('Request, Response')}import { itemsOf, pageOf } from './orders.js';
import { fail } from './reply.js';
export const app = express();
app.get('/orders', async (req${typed('Request')}, res${typed('Response')}) => {
  try {
    const orders = await pageOf(Number(req.query.limit));
    const items = [];
    for (const order of orders) {
      items.push(await itemsOf(order.id));
    }
    res.json(items);
  } catch (error) {
    fail(res, error);
  }
});
`,
  };
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`src/${name}.${extension}`, text]));
}

/** What every host finds in it. */
export function findingsIn(language: Language): string[] {
  const extension = extensionOf(language);
  return [
    `src/app.${extension}:11:24 no-n-plus-one`,
    `src/app.${extension}:15:15 no-raw-error-response`,
    `src/app.${extension}:8:33 require-pagination-cap`,
    `src/orders.${extension}:3:40 require-pagination-cap`,
    `src/tokens.${extension}:3:67 require-jwt-expiry`,
  ];
}

export function extensionOf(language: Language): 'js' | 'ts' {
  return language === 'typescript' ? 'ts' : 'js';
}
