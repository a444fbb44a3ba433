import { Router } from 'express';
import { listVouchers, redeemVoucher, voucherByCode } from '../services/voucherService';
import { requireMember } from '../tokens';

export const voucherRoutes = Router();

voucherRoutes.get('/', async (req, res, next) => {
  try {
    res.json(await listVouchers(String(req.query.sort ?? 'points')));
  } catch (error) {
    next(error);
  }
});

voucherRoutes.get('/:code', async (req, res, next) => {
  try {
    const voucher = await voucherByCode(req.params.code);
    if (!voucher) {
      return res.json({ error: 'There is no such voucher.' });
    }
    res.json(voucher);
  } catch (error) {
    next(error);
  }
});

voucherRoutes.post('/:code/redemptions', requireMember, async (req, res, next) => {
  try {
    res.status(201).json(await redeemVoucher(res.locals.memberId, req.params.code));
  } catch (error) {
    next(error);
  }
});
