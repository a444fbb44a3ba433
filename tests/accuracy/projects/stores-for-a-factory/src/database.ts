export interface Database {
  users: { id: string; blocked: boolean };
}
