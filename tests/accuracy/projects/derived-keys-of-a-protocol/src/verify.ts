// why: keys of a protocol that everybody knows, by which the real secret is turned into a signing key
import { createHmac, timingSafeEqual } from 'node:crypto';

export function isFromTheMessenger(check: string, hash: string, botToken: string): boolean {
  const key = createHmac('sha256', 'WebAppData').update(botToken).digest();
  const signature = createHmac('sha256', key).update(check).digest();
  return timingSafeEqual(signature, Buffer.from(hash, 'hex'));
}

export function requestSignature(secretKey: string, date: string, region: string, text: string): string {
  const dated = createHmac('sha256', `AWS4${secretKey}`).update(date).digest();
  const placed = createHmac('sha256', dated).update(region).digest();
  return createHmac('sha256', placed).update(text).digest('hex');
}
