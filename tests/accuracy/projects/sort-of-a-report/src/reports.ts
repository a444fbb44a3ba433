// why: a column that every caller takes from the query string is put into a text that a function of the app runs
import { rowsOf } from './db';

export function sales(since: Date, order: string) {
  return rowsOf(`SELECT day, total FROM sales WHERE day > $1 ORDER BY ${order} LIMIT 100`, [since]); // expect: no-unsafe-raw-query/unsafeName
}
