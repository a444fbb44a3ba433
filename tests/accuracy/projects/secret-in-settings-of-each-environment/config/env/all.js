// why: settings that are put together from files by paths, with the secret of the sessions in one of them
module.exports = {
  port: process.env.PORT || 4000,
  cookieSecret: 'the secret of all environments', // expect: no-hardcoded-secret/literalSecret
  cookieName: 'visit',
};
