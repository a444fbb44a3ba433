export class Users {
  async byId(id: string) {
    return { id, hash: '' };
  }

  async setPassword(id: string, password: string) {
    return { id, length: password.length };
  }
}
