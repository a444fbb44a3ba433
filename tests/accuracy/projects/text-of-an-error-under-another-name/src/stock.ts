// why: the text of another error stays its text, whatever the local is called that it stands in
import { Router } from 'express';
import { ask } from './ask';

export const router = Router();

router.get('/stock', async (req, res) => {
  try {
    res.json(await stock());
  } catch (error) {
    res.status(502).json({ error: (error as Error).message }); // expect: no-raw-error-response/errorMessage
  }
});

async function stock() {
  try {
    return await ask('stock');
  } catch (problem) {
    const text = (problem as Error).message;
    throw new Error(`The stock is not known: ${text}`);
  }
}
