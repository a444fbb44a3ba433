const { PrismaClient } = require('@prisma/client');

const prisma = new PrismaClient();
exports.countAll = () => prisma.product.count();
