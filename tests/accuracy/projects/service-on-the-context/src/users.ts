// why: a service that hangs on the context is the app's own, not a table of the client
interface Context {
  userService: { findMany(filter: { where: { id: string } }): string[] };
}

export function names(ctx: Context, ids: string[]) {
  return ids.map((id) => ctx.userService.findMany({ where: { id } }));
}
