import { logger, prisma, redis } from '../clients';
import { tellPartner } from './partnerService';

const SECONDS_CACHED = 60;
const COLUMNS = ['points', 'code', 'partner'];

export async function listVouchers(sort: string) {
  const column = COLUMNS.includes(sort) ? sort : 'points';
  return prisma.voucher.findMany({ orderBy: { [column]: 'asc' }, take: 50 });
}

export async function voucherByCode(code: string) {
  const cached = await redis.get(`voucher:${code}`);
  if (cached !== null) return JSON.parse(cached);
  const voucher = await prisma.voucher.findUnique({ where: { code } });
  await redis.set(`voucher:${code}`, JSON.stringify(voucher), 'EX', SECONDS_CACHED);
  return voucher;
}

export async function redeemVoucher(memberId: number, code: string) {
  const redemption = await prisma.$transaction(async (tx) => {
    const voucher = await tx.voucher.update({ where: { code }, data: { uses: { increment: 1 } } });
    await tx.member.update({ where: { id: memberId }, data: { points: { decrement: voucher.points } } });
    return tx.redemption.create({ data: { memberId, voucherId: voucher.id } });
  });
  await redis.del(`voucher:${code}`);
  await tellPartner(redemption.id);
  logger.info({ memberId, code }, 'voucher redeemed');
  return redemption;
}

/** Gives a voucher's points back to the member. */
export async function cancelRedemption(id: number) {
  await prisma.$transaction(async (tx) => {
    const redemption = await tx.redemption.delete({ where: { id }, include: { voucher: true } });
    await tx.member.update({ where: { id: redemption.memberId }, data: { points: { increment: redemption.voucher.points } } });
  });
}
