module.exports = { jwt: { secret: process.env.JWT_SECRET, minutes: Number(process.env.JWT_MINUTES) } };
