// why: a token that a provider has given to the server itself is decoded for its claims
import express from 'express';
import { decodeJwt } from 'jose';

const app = express();

app.get('/callback', async (req, res) => {
  const answer = await fetch('https://login.example.com/token', { method: 'POST', body: new URLSearchParams({ code: String(req.query.code) }) });
  const { id_token: idToken } = (await answer.json()) as { id_token: string };
  const claims = decodeJwt(idToken);
  res.json({ email: claims.email });
});
