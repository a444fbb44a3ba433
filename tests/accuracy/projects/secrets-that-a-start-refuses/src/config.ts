// why: placeholders that the code names only to refuse them in production
const PLACEHOLDERS = { JWT_SECRET: 'secret', REFRESH_TOKEN_SECRET: 'secret for refresh' } as const;

function refusePlaceholders(): void {
  const left = Object.entries(PLACEHOLDERS).filter(([name, text]) => process.env[name] === text);
  if (left.length > 0 && process.env.NODE_ENV === 'production') throw new Error('placeholders are left');
}

export function load() {
  refusePlaceholders();
  return { jwtSecret: process.env.JWT_SECRET, refreshSecret: process.env.REFRESH_TOKEN_SECRET };
}
