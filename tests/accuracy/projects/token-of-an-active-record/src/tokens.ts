// why: a method of an active record may be named like a query and compute
import { Session } from './session';

export async function tokensFor(accountId: string, scopes: string[][]) {
  const session = await Session.insertFor({ accountId });
  const tokens = [];
  for (const group of scopes) tokens.push(session.getToken(session.findScope(group) ?? 'none'));
  return tokens;
}
