import type { TokenStore } from './token-store';
import type { UserStore } from './user-store';

export interface Stores {
  tokenStore: TokenStore;
  userStore: UserStore;
}
