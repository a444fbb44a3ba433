import type { Request } from 'express';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

export interface Page {
  page: number;
  limit: number;
}

function integer(value: unknown, fallback: number): number {
  return Number.parseInt(String(value), 10) || fallback;
}

export function readPage(query: Request['query']): Page {
  return {
    page: Math.max(integer(query.page, 1), 1),
    limit: Math.min(Math.max(integer(query.limit, DEFAULT_LIMIT), 1), MAX_LIMIT),
  };
}

export function paginated<Row>(data: Row[], page: Page, total: number) {
  return { data, meta: { ...page, total } };
}
