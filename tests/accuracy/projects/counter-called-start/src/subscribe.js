// why: a counter may be called start and still go one by one
const { Subscriber } = require('./models');

exports.subscribe = async (emails) => {
  for (let start = 0; start < emails.length; start++) {
    await Subscriber.create({ email: emails[start] }); // expect: no-n-plus-one/writeInLoop
  }
};
