// why: a callback that writes its whole batch at once writes once a batch
import { eachBatch } from './each-batch';
import { prisma } from './db';

export function convert() {
  return eachBatch(async (readings) => {
    const converted = readings.map(({ id, celsius }) => ({ readingId: id, fahrenheit: celsius * 1.8 + 32 }));
    await prisma.convertedReading.createMany({ data: converted });
  });
}
