// why: what a logger leaves out of its objects is not written; a text is written as it stands
import { logger } from './logger';

export function renew(session: { id: string; refreshToken: string }) {
  logger.info({ id: session.id, refreshToken: session.refreshToken }, 'renewed');
  logger.info(`renewed ${session.refreshToken}`); // expect: no-sensitive-data-in-log/sensitiveValue
}
