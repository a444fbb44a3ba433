import { Hono } from 'hono';

const app = new Hono();

app.get('/health', (c) => c.json({ data: { up: true } }));

export default app;
