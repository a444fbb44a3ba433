const accounts = new Map();

exports.loadAccount = async (email) => accounts.get(email);
exports.markConfirmed = async (account) => {
  account.confirmed = true;
};
