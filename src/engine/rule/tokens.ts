/** What rules ask of a file about signed tokens. */
import { lineOf, moduleOf } from '../modules/parse.js';
import { nameOfCall } from '../facts/credentials.js';
import { type ExpiryFault, expiryFaultsOf } from '../facts/expiries.js';
import type { TokenCall } from '../facts/tokens.js';
import { type SharedSecret, sharedSecretsOf } from '../facts/sharedSecrets.js';
import { type Unverified, unverifiedIn } from '../facts/unverified.js';
import type { File } from './file.js';
import { placeOf } from './questions.js';

/** Signed tokens that never expire, or live for more than so many seconds. */
export function expiryFaults(file: File, most: number): ExpiryFault[] {
  return [...expiryFaultsOf(file.analysis, file.module, most)];
}

/** The call that makes such tokens, with its place where that is another file. */
export function signerOf(file: File, fault: ExpiryFault & { readonly kind: 'never' }): string {
  const { call } = fault.signer ?? fault.token;
  return moduleOf(call) === file.module ? nameOfCall(call) : `${nameOfCall(call)} (${placeOf(call)})`;
}

/** Tokens that are believed without a check, or by one that refuses too little. */
export function unverifiedTokens(file: File): Unverified[] {
  return [...unverifiedIn(file.analysis, file.module)];
}

/** Refresh tokens that are signed with the secret of access tokens, and told apart by nothing that is checked. */
export function sharedSecrets(file: File): SharedSecret[] {
  return sharedSecretsOf(file.analysis, file.module);
}

/** The secret, and the call that signs access tokens with it, with its place. */
export function describeShared(file: File, { variable, access }: SharedSecret): { readonly secret: string; readonly access: string } {
  const place = moduleOf(access) === file.module ? `line ${String(lineOf(access))}` : placeOf(access);
  return { secret: variable === undefined ? 'the secret' : `\`${variable}\`, the secret`, access: `\`${nameOfCall(access)}\` (${place})` };
}

/** How a developer calls what a call about tokens calls. */
export function nameOfTokenCall({ call }: TokenCall): string {
  return nameOfCall(call);
}
