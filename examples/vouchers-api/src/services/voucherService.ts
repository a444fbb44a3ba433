import { logger, prisma, redis } from '../clients';
import { tellPartner } from './partnerService';

export async function listVouchers(sort: string) {
  return prisma.$queryRawUnsafe(`SELECT id, code, partner, points FROM "Voucher" ORDER BY ${sort} LIMIT 50`);
}

export async function voucherByCode(code: string) {
  const cached = await redis.get(`voucher:${code}`);
  if (cached !== null) return JSON.parse(cached);
  const voucher = await prisma.voucher.findUnique({ where: { code } });
  await redis.set(`voucher:${code}`, JSON.stringify(voucher));
  return voucher;
}

export async function redeemVoucher(memberId: number, code: string) {
  return prisma.$transaction(async (tx) => {
    const voucher = await tx.voucher.findUniqueOrThrow({ where: { code } });
    await tx.voucher.update({ where: { id: voucher.id }, data: { uses: voucher.uses + 1 } });
    await prisma.member.update({ where: { id: memberId }, data: { points: { decrement: voucher.points } } });
    const redemption = await tx.redemption.create({ data: { memberId, voucherId: voucher.id } });
    await tellPartner(redemption.id);
    logger.info('voucher redeemed', { memberId, code });
    return redemption;
  });
}

/** Gives a voucher's points back to the member. */
export async function cancelRedemption(id: number) {
  const redemption = await prisma.redemption.delete({ where: { id }, include: { voucher: true } });
  await prisma.member.update({ where: { id: redemption.memberId }, data: { points: { increment: redemption.voucher.points } } });
}
