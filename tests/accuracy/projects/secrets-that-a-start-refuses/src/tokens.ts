import jwt from 'jsonwebtoken';
import { load } from './config';

const config = load();
export const tokenFor = (id: string) => jwt.sign({ sub: id, type: 'access' }, config.jwtSecret!, { expiresIn: '15m' });
