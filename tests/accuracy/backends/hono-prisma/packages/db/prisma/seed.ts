import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function main() {
  for (const name of ['Books', 'Music', 'Games']) {
    await prisma.category.create({ data: { name } });
  }
  await prisma.user.create({ data: { email: 'admin@shop.test', password: 'admin123', role: 'ADMIN' } });
}

main().finally(() => prisma.$disconnect());
