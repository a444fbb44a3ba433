// why: a loader gathers what a loop asks of it
import DataLoader from 'dataloader';
import { prisma } from './db';

const authors = new DataLoader(async (ids: readonly string[]) => {
  const rows = await prisma.author.findMany({ where: { id: { in: [...ids] } } });
  return ids.map((id) => rows.find((row) => row.id === id));
});

export const withAuthors = (posts: { authorId: string }[]) => Promise.all(posts.map((post) => authors.load(post.authorId)));
