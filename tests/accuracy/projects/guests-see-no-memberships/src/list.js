// why: an empty object of options asks for nothing
const { present } = require('./badge');

exports.guestList = async (users) => {
  const cards = [];
  for (const user of users) cards.push(await present(user));
  return cards;
};
