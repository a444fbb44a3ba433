import { prisma } from './client';

export async function describe(id: string, { withPosts = false, label = '' } = {}) {
  if (!withPosts) return { id, label };
  return { id, label, posts: await prisma.post.findMany({ where: { authorId: id } }) };
}
