// why: a helper reads the request and parses it by the schema that it is given
import { PrismaClient } from '@prisma/client';
import { z } from 'zod';
import { readRequest } from '../../../request';

const prisma = new PrismaClient();
const schema = z.object({ unit: z.enum(['day', 'month']), zone: z.string() });

export async function GET(request: Request) {
  const { query } = await readRequest(request, schema);
  const rows = await prisma.$queryRawUnsafe(`SELECT date_trunc('${query.unit}', at) FROM visits LIMIT 100`); // expect: no-db-in-controller/queryInController
  const zones = await prisma.$queryRawUnsafe(`SELECT at AT TIME ZONE '${query.zone}' FROM visits LIMIT 100`); // expect: no-unsafe-raw-query/unsafeValue, no-db-in-controller/queryInController
  return Response.json({ rows, zones });
}
