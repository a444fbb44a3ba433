// why: a model that hashes before it saves may be given the password as it came
import { Account } from './account';

export const register = (email: string, password: string) => Account.create({ email, password });
