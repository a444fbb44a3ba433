export const config = {
  port: Number(process.env.PORT ?? 3000),
  tokenSecret: required('TOKEN_SECRET'),
  partnerUrl: process.env.PARTNER_URL ?? 'https://partners.example.com',
};

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
}
