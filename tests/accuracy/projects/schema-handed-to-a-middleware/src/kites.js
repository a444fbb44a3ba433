const { PrismaClient } = require('@prisma/client');

const prisma = new PrismaClient();

exports.page = (take) => prisma.kite.findMany({ take });
