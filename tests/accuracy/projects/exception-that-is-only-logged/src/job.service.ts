// why: an exception that is only built for the log answers nobody
import { InternalServerErrorException, Logger } from '@nestjs/common';

const logger = new Logger('jobs');

export async function run(job: () => Promise<void>) {
  try {
    await job();
  } catch (error) {
    logger.error(new InternalServerErrorException(error));
  }
}
