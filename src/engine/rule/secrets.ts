/** What rules ask of a file about secrets and tokens. */
import { moduleOf } from '../modules/parse.js';
import { type WrittenSecret, writtenSecretsOf } from '../facts/secrets.js';
import type { File } from './file.js';
import { placeOf } from './questions.js';

/** Secrets whose text stands in the file. */
export function writtenSecrets(file: File): WrittenSecret[] {
  return writtenSecretsOf(file.analysis, file.module);
}

/** Who takes a secret, with the place where that is another file; what its name says, where nobody is seen to. */
export function describeTaker(file: File, { taker, place, use }: WrittenSecret): string {
  if (taker === undefined || !place) return `to sign ${use}`;
  return moduleOf(place) === file.module ? `by \`${taker}\`` : `by \`${taker}\` (${placeOf(place)})`;
}

/** The environment variable that a secret stands in for. */
export function describeVariable({ insteadOf }: WrittenSecret): string {
  return insteadOf === undefined || insteadOf === '*' ? 'its environment variable' : `\`${insteadOf}\``;
}
