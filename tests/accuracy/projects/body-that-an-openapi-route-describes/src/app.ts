import { OpenAPIHono } from '@hono/zod-openapi';
import { registerCreate } from './create';
import { replace } from './replace.handler';
import * as routes from './routes';

const api = new OpenAPIHono();
export type Api = typeof api;

registerCreate(api);
api.openapi(routes.replace, replace);
export default api;
