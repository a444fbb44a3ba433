import { db } from './db';

export const roles = () => db('roles').select('id', 'name');
