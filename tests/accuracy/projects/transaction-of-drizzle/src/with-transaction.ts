import { db } from './db';

type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0];

export const withTransaction = <T>(work: (tx: Tx) => Promise<T>) => db.transaction(work, { isolationLevel: 'serializable' });
