import { Account } from './account';

export const register = (email: string, password: string) => Account.create({ email, password });
