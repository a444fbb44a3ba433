// why: what `valid` gives was parsed by the schema that the route was made with, also where the route and the handler stand in files of their own
import type { Api } from './app';
import { create } from './routes';
import { insert } from './store';

export const registerCreate = (api: Api) =>
  api.openapi(create, async (c) => {
    const { name, ...rest } = c.req.valid('json');
    await insert({ ...rest, name: name?.trim(), workspaceId: 1 });
    return c.json({}, 201);
  });
