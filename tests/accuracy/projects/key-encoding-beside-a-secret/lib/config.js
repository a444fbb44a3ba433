// why: how the key is written stands beside the key, as a text with a fallback of its own
const key = process.env.SIGNING_KEY || 'written in the source'; // expect: no-hardcoded-secret/fallbackSecret
const encoding = process.env.KEY_ENCODING || 'utf8';

exports.auth = { secretKey: Buffer.from(key, encoding), algorithm: 'HS256' };
