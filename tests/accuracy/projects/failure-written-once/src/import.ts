// why: a query in a catch runs where something failed, not once per element
import { prisma } from './client';
import { compile } from './compile';

export async function run(templates: { id: string; source: string }[]) {
  for (const template of templates) {
    try {
      compile(template.source);
    } catch (error) {
      await prisma.failure.create({ data: { template: template.id, text: String(error) } });
    }
  }
  for (const template of templates) await note(template);
}

async function note(template: { id: string; source: string }) {
  try {
    compile(template.source);
  } catch {
    await prisma.failure.create({ data: { template: template.id } });
  }
}
