import express from 'express';
import addGuests from './enter';
import fillTables from './prepare';
import { countriesInFile } from './files';

const app = express();

app.post('/guests', (req, res, next) => {
  addGuests(req.body.guests).then(() => res.sendStatus(204)).catch(next);
});

fillTables(countriesInFile()).then(() => app.listen(3000));
