import { prisma } from './db';

export const workspacesOf = (userId: string) => prisma.workspace.findMany({ where: { users: { some: { userId } } } });
