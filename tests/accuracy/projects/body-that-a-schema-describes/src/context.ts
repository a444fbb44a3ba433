import { drizzle } from 'drizzle-orm/node-postgres';

const db = drizzle('postgres://localhost/app');

export const createContext = async (options: { headers: Headers }) => ({ db, ...options });
