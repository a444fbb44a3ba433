import { prisma } from '~/db.server';

export function getNotes({ userId }: { userId: string }) {
  return prisma.note.findMany({ where: { userId }, orderBy: { updatedAt: 'desc' } });
}

export function searchNotes(q: string, take: number) {
  return prisma.note.findMany({ where: { body: { contains: q } }, take }); // expect: require-pagination-cap/uncappedLimit
}

export async function tagNotes(noteIds: string[], tag: string) {
  for await (const noteId of noteIds) {
    await prisma.note.update({ where: { id: noteId }, data: { tag } }); // expect: no-n-plus-one/writeInLoop
  }
}

export async function archiveNotes(noteIds: string[]) {
  await prisma.note.updateMany({ where: { id: { in: noteIds } }, data: { archived: true } });
}

export async function purgeOld(before: Date) {
  let batch;
  do {
    batch = await prisma.note.findMany({ where: { updatedAt: { lt: before } }, take: 100 });
    await prisma.note.deleteMany({ where: { id: { in: batch.map((note) => note.id) } } });
  } while (batch.length > 0);
}
