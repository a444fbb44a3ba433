// why: a package of a monorepo is followed where no folder above declares the packages
import { checkName, checkTemplate } from '@acme/checks';
import express from 'express';

export const projects = express.Router();

projects.post('/names', (req, res) => {
  try {
    checkName(req.body.name);
    res.sendStatus(204);
  } catch (error) {
    res.status(400).json({ error: error.message });
  }
});

projects.post('/templates', (req, res) => {
  try {
    checkTemplate(req.body.template);
    res.sendStatus(204);
  } catch (error) {
    res.status(400).json({ error: error.message }); // expect: no-raw-error-response/errorMessage
  }
});
