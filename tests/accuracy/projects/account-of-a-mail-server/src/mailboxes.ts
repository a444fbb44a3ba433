// why: the password with which the app logs in to a mail server has to be readable
import { Router } from 'express';
import { saveSmtpSettings } from './smtp-settings';

export const router = Router();

router.put('/settings/smtp', async (req, res) => {
  const { host, port, username, password } = req.body;
  await saveSmtpSettings({ host, port, username, password });
  res.sendStatus(204);
});
