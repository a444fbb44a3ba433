export const config = {
  port: Number(process.env.PORT ?? 3000),
  tokenSecret: process.env.TOKEN_SECRET ?? 'voucher-tokens',
  partnerUrl: process.env.PARTNER_URL ?? 'https://partners.example.com',
};
