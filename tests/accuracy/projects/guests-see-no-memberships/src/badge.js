const { Badge } = require('./models');

exports.present = async (user, { full } = {}) => {
  const options = full ? { badges: true } : {};
  return load(user, options);
};

async function load(user, options) {
  const card = { name: user.name };
  if (options.badges) card.badges = await Badge.find({ user: user.id });
  return card;
}
