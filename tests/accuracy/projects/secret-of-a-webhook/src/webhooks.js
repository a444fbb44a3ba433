// why: a secret out of the environment that is called a password still only signs
const { createHmac, timingSafeEqual } = require('node:crypto');

exports.isGenuine = (body, signature) => {
  const own = createHmac('sha256', process.env.WEBHOOK_PASSWORD).update(body).digest();
  const other = Buffer.from(signature, 'hex');
  return own.length === other.length && timingSafeEqual(own, other);
};
