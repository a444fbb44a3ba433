export class TokenStore {
  private readonly tokens = new Map<string, string>();

  forget(userId: string) {
    this.tokens.delete(userId);
  }
}
