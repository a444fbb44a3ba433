import type { Request } from 'express';

export interface Page {
  page: number;
  limit: number;
}

function positiveInteger(value: unknown, fallback: number): number {
  return Math.max(Number.parseInt(String(value), 10) || fallback, 1);
}

export function readPage(query: Request['query']): Page {
  return {
    page: positiveInteger(query.page, 1),
    limit: positiveInteger(query.limit, 20),
  };
}
