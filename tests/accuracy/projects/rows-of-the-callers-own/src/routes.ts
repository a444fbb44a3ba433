// why: rows that belong to one user by another table are few
import { Router } from 'express';
import { workspacesOf } from './workspaces';

export const router = Router();

router.get('/workspaces', async (req, res) => {
  res.json(await workspacesOf(String(req.headers['x-user'])));
});
