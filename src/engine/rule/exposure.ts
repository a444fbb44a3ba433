/** What rules ask about sensitive values that leave the app. */
import path from 'node:path';
import { type Exposure, exposuresOf } from '../facts/exposures.js';
import { type Logged, loggedOf } from '../facts/logged.js';
import { moduleOf } from '../modules/parse.js';
import type { File } from './file.js';

/** Sensitive fields that go to the client, each once a site. */
export function exposures(file: File): readonly Exposure[] {
  return exposuresOf(file.analysis, file.module);
}

/** What is not in plain sight: the function that sends it, and the other file in which the row is read. */
export function describeExposure(file: File, { helper, source }: Exposure): string {
  const module = moduleOf(source);
  const line = module.text.slice(0, source.start).split('\n').length;
  const read = module === file.module ? '' : ` (read at ${path.basename(module.path)}:${String(line)})`;
  return `${helper === undefined ? '' : ` through \`${helper}\``}${read}`;
}

/** How to keep a field out, in the words of the row's library. */
export function describeHiding({ library, fields }: Exposure): string {
  return (library?.remedy?.hide ?? 'an answer made of the fields that are meant').replaceAll('{field}', fields[0] ?? 'password');
}

/** `password`, `salt` and `resetToken` */
export function listFields({ fields }: { readonly fields: readonly string[] }): string {
  const quoted = fields.map((field) => `\`${field}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`;
}

/** Sensitive values that a file writes to a log. */
export function loggedSecrets(file: File): Logged[] {
  return loggedOf(file.analysis, file.module);
}
