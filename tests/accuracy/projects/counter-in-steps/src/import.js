// why: a counter that moves in steps of a hundred writes once a step
const { Subscriber } = require('./models');

const STEP = 100;

exports.importSubscribers = async (emails) => {
  for (let i = 0; i < emails.length; i += STEP) {
    const part = emails.slice(i, i + STEP).map((email) => ({ email }));
    await Subscriber.bulkCreate(part, { ignoreDuplicates: true });
  }
};
