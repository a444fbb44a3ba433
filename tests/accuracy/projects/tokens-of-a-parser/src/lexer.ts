// why: tokens that a parser reads, that a model counts or that somebody buys open nothing
import pino from 'pino';

const logger = pino();

export function read(source: { next(): { token: string } }, usage: { tokens: number; maxTokens: number }) {
  const { token } = source.next();
  logger.debug({ token, used: usage.tokens, most: usage.maxTokens }, 'read');
  console.log(`token ${token} of ${usage.tokens}`);
}
