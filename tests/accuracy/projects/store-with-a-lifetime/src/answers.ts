// why: the client of another file gives every entry an expiry
import { answers } from './cache.js';

export async function remember(question: string, answer: string) {
  await answers.set(`answer:${question}`, answer);
}
