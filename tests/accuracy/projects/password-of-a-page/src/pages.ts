// why: the password of a shared page is handed around, it is no user's
import { prisma } from './db';

export const protect = (id: string, password: string) => prisma.page.update({ where: { id }, data: { password } });
