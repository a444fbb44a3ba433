import { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { logger } from '../clients';
import { changeMember, findMember, registerMember, signIn } from '../services/memberService';
import { issueToken, requireMember } from '../tokens';

const registration = z.object({ email: z.email(), name: z.string().max(100), password: z.string().min(12) });
const changes = z.object({ name: z.string().max(100).optional() });

export const memberRoutes = Router();

memberRoutes.post('/', rateLimit({ windowMs: 60_000, limit: 5 }), async (req, res, next) => {
  try {
    const { email, name, password } = registration.parse(req.body);
    const member = await registerMember(email, name, password);
    res.status(201).json({ id: member.id, token: issueToken(member.id) });
  } catch (error) {
    next(error);
  }
});

memberRoutes.post('/login', rateLimit({ windowMs: 60_000, limit: 5 }), async (req, res, next) => {
  try {
    const member = await signIn(req.body.email, req.body.password);
    if (!member) {
      return res.status(401).json({ error: 'Wrong email or password.' });
    }
    logger.info({ memberId: member.id }, 'login');
    res.json({ token: issueToken(member.id) });
  } catch (error) {
    next(error);
  }
});

memberRoutes.get('/me', requireMember, async (req, res, next) => {
  try {
    const member = await findMember(res.locals.memberId);
    if (!member) {
      return res.status(404).json({ error: 'There is no such member.' });
    }
    res.json(member);
  } catch (error) {
    next(error);
  }
});

memberRoutes.patch('/me', requireMember, async (req, res, next) => {
  try {
    res.json(await changeMember(res.locals.memberId, changes.parse(req.body)));
  } catch (error) {
    next(error);
  }
});
