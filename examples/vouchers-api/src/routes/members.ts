import { Router } from 'express';
import { logger } from '../clients';
import { changeMember, findMember, registerMember, signIn } from '../services/memberService';
import { issueToken, requireMember } from '../tokens';

export const memberRoutes = Router();

memberRoutes.post('/', async (req, res) => {
  const member = await registerMember(req.body.email, req.body.name, req.body.password);
  res.status(201).json({ id: member.id, token: issueToken(member.id) });
});

memberRoutes.post('/login', async (req, res, next) => {
  try {
    logger.info({ body: req.body }, 'login');
    const member = await signIn(req.body.email, req.body.password);
    if (!member) {
      return res.status(401).json({ error: 'Wrong email or password.' });
    }
    res.json({ token: issueToken(member.id) });
  } catch (error) {
    next(error);
  }
});

memberRoutes.get('/me', requireMember, async (req, res, next) => {
  try {
    const member = await findMember(res.locals.memberId);
    if (!member) {
      res.status(404).json({ error: 'There is no such member.' });
    }
    res.json(member);
  } catch (error) {
    next(error);
  }
});

memberRoutes.patch('/me', requireMember, async (req, res, next) => {
  try {
    res.json(await changeMember(res.locals.memberId, req.body));
  } catch (error) {
    next(error);
  }
});
