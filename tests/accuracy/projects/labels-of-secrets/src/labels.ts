// why: names, labels and keys of settings that only contain the word
export const labels = { jwtSecret: 'JWT secret', sessionSecret: 'Session secret', cookieKeys: 'Keys of cookies' };
export const settingKeys = { jwtSecret: 'auth.jwt.secret', sessionSecret: 'SESSION_SECRET' };
export const TOKEN_TYPE = { ACCESS_TOKEN_SECRET: 'access' };
