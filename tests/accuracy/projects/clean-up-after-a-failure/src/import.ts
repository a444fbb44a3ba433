// why: what is undone after a failure is not done every time
import { prisma } from './db';

export async function importAll(files: { id: string; text: string }[]) {
  const made = files.map((file) => file.id);
  try {
    await prisma.file.createMany({ data: files });
  } catch (error) {
    for (const id of made) await prisma.upload.delete({ where: { id } });
    throw error;
  }
}
